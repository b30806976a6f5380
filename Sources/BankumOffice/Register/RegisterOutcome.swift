package import BankumModel
import BankumStore

/// What a write of the register answers: what it made, which published meetings stand against it now, and what is odd
/// about it though it was done.
package struct RegisterOutcome: Sendable, Equatable {
  /// Something odd, for people to look at.
  package enum Finding: Sendable, Equatable {
    /// About a detention order.
    case term(TermFinding)
    /// A credential that does not hold today.
    case lapsed(CredentialStatus.Credential)

    /// The code, as programs read it.
    package var code: String {
      switch self {
      case .term(let finding): finding.code
      case .lapsed: "lapsed"
      }
    }
  }

  /// The id of what was made or changed.
  package var id: String?
  /// Published meetings that cannot take place as they stand: the next run repairs them.
  package var meetings: [Session.ID]
  /// What is odd.
  package var findings: [Finding]

  /// A change.
  init<Kind>(_ id: Identifier<Kind>, meetings: [Session.ID] = [], findings: [Finding] = []) {
    self.init(id: id.text, meetings: meetings, findings: findings)
  }

  /// A change of something without an id.
  init(id: String? = nil, meetings: [Session.ID] = [], findings: [Finding] = []) {
    self.id = id
    self.meetings = meetings
    self.findings = findings
  }
}

extension Reading {
  /// The published meetings of somebody on these days that have not begun: what a new fact stands against.
  func comingMeetings(of inmate: Inmate.ID, on days: OpenDateRange, after now: CivilTime) throws -> [Session.ID] {
    guard let range = DateRange(max(days.first, now.date), days.last ?? .latest) else { return [] }
    return try list(Filter<Session>.inmate(inmate, range)).filter { $0.state.isPublished && $0.start > now }.map(\.id)
  }

  /// The same of an advocate.
  func comingMeetings(of advocate: Advocate.ID, on days: OpenDateRange, after now: CivilTime) throws -> [Session.ID] {
    guard let range = DateRange(max(days.first, now.date), days.last ?? .latest) else { return [] }
    return try list(Filter<Session>.advocate(advocate, range)).filter { $0.state.isPublished && $0.start > now }
      .map(\.id)
  }
}
