package import BankumModel

/// Whether a draft still holds: every meeting that it makes or moves by the facts of now, as if all of it were in force.
///
/// Hard rules are those of now; ranks are the run's. So a draft that no fact has overtaken can be published, whatever
/// became of the queue.
package struct DraftCheck: Sendable {
  private let check: RuleCheck
  private let new: [Session]
  private let moved: [Session]

  /// A check of the meetings that a draft adds, moves and calls off.
  ///
  /// - Parameters:
  ///   - ranks: those of the draft's run; empty: those of now.
  ///   - days: the days that the run planned; nil: from today to the draft's last meeting.
  /// Throws `facts`, `period`.
  package init(
    _ facts: HouseFacts, new drafts: [Session], moved: [Session], cancelled: Set<Session.ID>,
    ranks: [Request.ID: Rank] = [:], days: DateRange? = nil
  ) throws(PlanningError) {
    var facts = facts
    new = drafts.map(\.asOffered)
    self.moved = moved
    let gone = cancelled.union(moved.map(\.id))
    facts.sessions = facts.sessions.filter { !gone.contains($0.id) } + moved + new
    facts.ranksOfRun = ranks
    let last = max((moved + new).map(\.date).max() ?? facts.today, days?.last ?? facts.today, facts.today)
    let first = max(facts.today, min(days?.first ?? facts.today, last))
    let period = PlanningPeriod(days: DateRange(first: first, days: first.days(until: last) + 1))
    check = RuleCheck(try FactIndex(facts, period: period))
  }

  /// Why a run moves or calls off each of these published meetings: the first rule that it breaks by the facts of now, or
  /// that something more urgent needs the place. Throws `facts`, `period`.
  package static func reasons(
    _ facts: HouseFacts, for sessions: [Session]
  ) throws(PlanningError) -> [Session.ID: ChangeReason] {
    guard !sessions.isEmpty else { return [:] }
    let check = RuleCheck(try FactIndex(facts, period: try PlanningPeriod(facts)))
    return Dictionary(
      sessions.map { ($0.id, check.breaches($0).first?.rule.changeReason ?? .urgency) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first meeting that would break a rule, with the rule; nil when the draft holds.
  package func firstBreach() -> (session: Session, breach: RuleBreach)? {
    for (sessions, notice) in [(new, LeastNotice.new), (moved, .repair)] {
      for session in sessions {
        if let breach = check.breaches(session, notice: notice).first { return (session, breach) }
      }
    }
    return nil
  }
}
