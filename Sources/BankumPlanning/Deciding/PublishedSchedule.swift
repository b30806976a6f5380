package import BankumModel
import Matching

/// The schedule as it stands, for questions about single requests: nothing is solved, the meetings of the facts are the
/// plan. What a run had decided may be out of date by now; this never is.
package struct PublishedSchedule: Sendable {
  /// The facts by id, with a profile of each open request.
  package let index: FactIndex
  private let planning: PlanningProblem
  private let assignments: [Assignment]
  private let check: RuleCheck
  private let meetings: [BankumModel.Request.ID: Session]
  private let turnsOfAll: ExpectedTurns
  private let places: PlaceReports

  /// The schedule of the facts; whoever wants a draft to count has put its meetings among them as published ones.
  ///
  /// `from` and `workingDays` are those of the run that is asked about; a first day that has passed is today. Throws
  /// `facts`, `period`, `size`.
  package init(
    _ facts: HouseFacts, from: CivilDate? = nil, workingDays: Int? = nil
  ) throws(PlanningError) {
    let period = try PlanningPeriod(facts, from: from.map { max($0, facts.today) }, workingDays: workingDays)
    index = try FactIndex(facts, period: period)
    planning = try ProblemBuilder.build(index)
    let broken = planning.broken
    let movable = planning.movable
    let items = planning.items
    assignments = planning.problem.published.compactMap { published in
      if case .request(let profile, _) = items[published.request],
        let session = movable[profile.request.id], broken[session.id] != nil
      {
        return nil
      }
      return Assignment(
        request: published.request, advocate: published.advocate, start: published.start, room: published.room)
    }
    check = RuleCheck(index)
    meetings = Dictionary(
      facts.sessions.compactMap { session in
        guard let request = session.request, session.state.isPublished else { return nil }
        return (request, session)
      }, uniquingKeysWith: { first, _ in first })
    turnsOfAll = try Self.turns(among: index.profiles, index, meetings)
    places = PlaceReports(planning.problem, assignments)
  }

  /// The meeting of a request that is published or drafted, also one that begins soon or has begun; nil if it has none.
  package func meeting(of request: BankumModel.Request.ID) -> Session? { meetings[request] }

  /// Every rule that a meeting breaks by the facts of now.
  package func breaches(_ session: Session) -> [RuleBreach] { check.breaches(session) }

  /// Everything about one open request; nil if there is no such open request for a meeting.
  package func explain(_ request: BankumModel.Request.ID) throws(PlanningError) -> Explanation? {
    guard let profile = index.profileOf[request] else { return nil }
    let waits = meetings[request] == nil ? waiting(profile) : nil
    let explainer = RequestExplainer(
      planning: planning, assignments: assignments, places: places.of, check: check, turns: turnsOfAll)
    return try explainer.explain(profile, session: nil, waits: waits)
  }

  /// When those who wait among these requests can expect their turn: of all of them, or of a partner's.
  package func turns(among profiles: [RequestProfile]) throws(PlanningError) -> ExpectedTurns {
    try Self.turns(among: profiles, index, meetings)
  }

  private static func turns(
    among profiles: [RequestProfile], _ index: FactIndex, _ meetings: [BankumModel.Request.ID: Session]
  ) throws(PlanningError) -> ExpectedTurns {
    let days = index.period.days
    return try ExpectedTurns(
      period: days, calendar: index.facts.calendar,
      placed: profiles.count { meetings[$0.request.id].map { days.contains($0.date) } ?? false },
      ranks: profiles.filter { meetings[$0.request.id] == nil }.map(\.priority.rank))
  }

  /// Every partner that may not serve a request, whoever else is served, with the rules.
  package func excludedPartners(_ profile: RequestProfile) -> [BankumModel.Partner.ID: [RuleBreach]] {
    var found: [BankumModel.Partner.ID: [RuleBreach]] = [:]
    for partner in index.facts.partners {
      let breaches = check.partner(profile, partner.id)
      if !breaches.isEmpty { found[partner.id] = breaches }
    }
    return found
  }

  private func waiting(_ profile: RequestProfile) -> WaitingRequest {
    let verifier = Verifier(planning.problem)
    let reasons = WaitingReasons(check) { placement in
      planning.assignments(placement).contains { verifier.allows($0, beside: assignments) }
    }
    return reasons.waiting(profile, place: index.place(of: profile.priority.rank))
  }
}
