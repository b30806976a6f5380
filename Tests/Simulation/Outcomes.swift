import BankumModel
import BankumPlanning

/// What came of a policy, counted as it lives: meetings, changes of what was published, places that stayed empty.
struct Outcomes {
  /// A published meeting that a run moved or called off.
  struct Change {
    /// Whether the partner had accepted.
    let wasAccepted: Bool
    /// Whether a fact had broken it: a hearing, an absence, an illness.
    let isForced: Bool
    /// Working days until it would have been.
    let daysAhead: Int
    /// Whether the request lost it without another one in its place.
    let isCalledOff: Bool
    let request: Request.ID
  }

  /// The days on which each request's meetings took place.
  private(set) var meetings: [Request.ID: [CivilDate]] = [:]
  private(set) var changes: [Change] = []
  private(set) var held: [Partner.ID: Int] = [:]
  /// Meetings in the morning of their day.
  private(set) var placesUsed = 0
  /// More meetings that the day could have held, of people who waited, under all rules.
  private(set) var placesUnused = 0
  private(set) var classMinutes = 0

  mutating func report(_ session: Session) {
    guard session.state.isMeeting else { return }
    held[session.partner, default: 0] += 1
    if let request = session.request { meetings[request, default: []].append(session.date) }
  }

  mutating func note(_ change: Change) { changes.append(change) }

  mutating func note(used: Int, unused: Int) {
    placesUsed += used
    placesUnused += unused
  }

  mutating func note(classMinutes minutes: Int) { classMinutes += minutes }

  /// The first meeting of a request.
  func firstMeeting(_ request: Request.ID) -> CivilDate? { meetings[request]?.min() }
}
