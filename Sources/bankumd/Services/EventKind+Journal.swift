import BankumModel
import Logging
import Systemd

extension EventKind {
  /// The number under which the journal finds events of this kind; nil for those that the journal is not told of here:
  /// the daemon says by itself how it is, and call lists are the guards' matter.
  var messageID: MessageID? {
    switch self {
    case .state, .reloaded, .reloadFailed, .lost, .callList: nil
    case .run: .run
    case .published: .published
    case .discarded: .discarded
    case .imported: .imported
    case .importUndone: .importUndone
    case .granted: .granted
    case .revoked: .revoked
    case .rule: .rule
    case .request, .requests: .request
    case .session, .sessions: .session
    case .education: .education
    case .notices: .notices
    case .review, .reviews: .review
    case .round: .round
    case .changed: .changed
    }
  }

  /// How important it is to whoever reads the journal: notice for what concerns the house, info for single records.
  var level: Logger.Level {
    switch self {
    case .request, .requests, .session, .sessions, .education, .notices, .review, .reviews, .callList, .changed: .info
    case .state, .reloaded, .reloadFailed, .lost, .run, .published, .discarded, .imported, .importUndone, .granted,
      .revoked, .rule, .round:
      .notice
    }
  }
}
