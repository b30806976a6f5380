package import BankumModel
import BankumStore

/// What a write of the register answers: what it made, which published meetings stand against it now, and what is odd
/// about it though it was done.
package struct RegisterOutcome: Sendable, Equatable {
  /// Something odd, for people to look at: a code with its values.
  package struct Finding: Sendable, Equatable {
    /// The code.
    package let code: String
    /// Its values, in the order that the code names.
    package let values: [String]

    /// Takes the fields as they are.
    init(_ code: String, _ values: [String] = []) {
      self.code = code
      self.values = values
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
