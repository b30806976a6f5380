package import BankumModel
import Matching

extension Decisions {
  /// Everything about one open request; nil if there is no such open request for a meeting.
  ///
  /// Takes some milliseconds for a facility of the house's size: asked for one request, not for all.
  package func explain(_ request: BankumModel.Request.ID) throws(PlanningError) -> Explanation? {
    guard let profile = planning.index.profileOf[request] else { return nil }
    let explainer = RequestExplainer(
      planning: planning, assignments: plan.assignments,
      places: { [planning, plan] in Explainer(planning.problem, plan).explain($0, withRelaxations: false).places },
      check: check,
      turns: try ExpectedTurns(
        period: planning.index.period.days, calendar: planning.index.facts.calendar, placed: sessions.count,
        ranks: waiting.map(\.priority.rank)))
    return try explainer.explain(
      profile, session: sessions.first { $0.request == request }, waits: waiting.first { $0.request == request })
  }
}
