package import BankumModel

/// What becomes of one clock that runs out inside the period: somebody meets counsel in time, or not, and why.
package struct ClockOutcome: Hashable, Sendable {
  /// Why a clock is missed.
  package enum Miss: Hashable, Sendable {
    /// There is a meeting, on this later day: the places before it serve others.
    case late(CivilDate)
    /// There is no meeting; this rule is the first of the reasons.
    case waiting(HouseRule)
  }

  /// Whose clock.
  package let request: Request.ID
  /// Which clock, until when.
  package let clock: MeetingClock
  /// Why it is missed; nil when it is met.
  package let miss: Miss?

  /// Whether somebody meets counsel in time.
  package var isMet: Bool { miss == nil }

  /// Takes the fields as they are.
  package init(request: Request.ID, clock: MeetingClock, miss: Miss?) {
    self.request = request
    self.clock = clock
    self.miss = miss
  }

  /// The clocks of the period with a plan's meetings beside those that stand, those of who ranks first before others.
  static func all(
    _ index: FactIndex, meetings: [Request.ID: CivilDate], waiting: [WaitingRequest]
  ) -> [ClockOutcome] {
    var days = meetings
    for session in index.facts.sessions where session.takesPlace {
      guard let request = session.request, meetings[request] == nil else { continue }
      days[request] = min(days[request] ?? .latest, session.date)
    }
    let reasons = Dictionary(
      waiting.map { ($0.request, $0.reasons.first?.breach.rule) }, uniquingKeysWith: { first, _ in first })
    let byRank = index.profiles.enumerated().sorted {
      ($0.element.priority.rank, $0.offset) < ($1.element.priority.rank, $1.offset)
    }.map(\.element)
    return byRank.flatMap { profile in
      profile.clocks.filter { index.period.days.contains($0.lastDay) }.map { clock in
        let id = profile.request.id
        let miss: Miss? =
          if let date = days[id] { date <= clock.lastDay ? nil : .late(date) } else {
            .waiting((reasons[id] ?? nil) ?? .leftFree)
          }
        return ClockOutcome(request: id, clock: clock, miss: miss)
      }
    }
  }
}
