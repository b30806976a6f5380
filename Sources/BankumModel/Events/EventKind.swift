/// The closed list of what others can be told of, and what each kind says. The codes are part of the contract.
///
/// A new kind needs its fields here, its receivers in `EventReach`, its words in `Message.event`, and its number for the
/// journal; the compiler asks for each of them but the words, for which a test does.
package enum EventKind: String, Coded {
  /// The state of the daemon, as it is or as it has become.
  case state
  /// The configuration was read again.
  case reloaded
  /// The configuration was refused; the old one stays in force.
  case reloadFailed
  /// What was asked for is not kept any more: the reader has a gap.
  case lost
  /// An assignment run was committed.
  case run
  /// A version of the schedule came into force.
  case published
  /// The draft of the schedule was thrown away.
  case discarded
  /// A file was imported.
  case imported
  /// An import was taken back.
  case importUndone
  /// A user has a role now.
  case granted
  /// A user has a role no more.
  case revoked
  /// A rule of the law, the agreement or the house was entered.
  case rule
  /// One request was filed or changed.
  case request
  /// Many requests of one partner and state changed in one write: their ids are not listed.
  case requests
  /// One published session was made or changed.
  case session
  /// Many published sessions of one partner and state changed in one write: their ids are not listed.
  case sessions
  /// The call list of a day is another one now.
  case callList
  /// An education event was proposed or changed.
  case education
  /// Notices of a partner were made or acknowledged.
  case notices
  /// A review entry was raised or decided.
  case review
  /// Many review entries changed in one write: their ids are not listed.
  case reviews
  /// The daily round found something to do.
  case round
  /// Other records were written.
  case changed

  /// What an event of this kind says, in this order.
  package var fields: [EventField] {
    switch self {
    case .state: [.state]
    case .reloaded, .discarded: []
    case .reloadFailed: [.problems]
    case .lost: [.since, .next]
    case .run: [.run, .state, .placed, .waiting]
    case .published: [.version, .run]
    case .imported, .importUndone: [.batch, .content]
    case .granted: [.user, .role]
    case .revoked: [.user, .role]
    case .rule: [.rule, .date]
    case .request: [.request, .state, .partner, .former]
    case .requests: [.count, .state, .partner, .former]
    case .session: [.session, .state, .partner, .date]
    case .sessions: [.count, .state, .partner]
    case .callList: [.date]
    case .education: [.education, .state, .partner, .date]
    case .notices: [.count, .partner]
    case .review: [.review, .content, .decision]
    case .reviews: [.count]
    case .round: [.lapsed, .unreported]
    case .changed: [.content]
    }
  }

  /// Whether it comes with a committed write and is kept in the outbox; the others tell of the daemon itself.
  package var isCommitted: Bool {
    switch self {
    case .state, .reloaded, .reloadFailed, .lost: false
    case .run, .published, .discarded, .imported, .importUndone, .granted, .revoked, .rule, .request, .requests,
      .session, .sessions, .callList, .education, .notices, .review, .reviews, .round, .changed:
      true
    }
  }
}
