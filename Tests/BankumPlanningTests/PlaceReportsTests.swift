import Matching
import Testing

@testable import BankumPlanning

@Suite("Places beside a schedule")
struct PlaceReportsTests {
  @Test(
    "one table answers for all requests, in any order, as a new one for each would", arguments: 0..<20 as Range<UInt64>)
  func reused(seed: UInt64) throws {
    let facts = RandomHouse.facts(seed: seed)
    let decisions = try SmallHouse.decide(facts)
    let (problem, assignments) = (decisions.planning.problem, decisions.plan.assignments)
    let places = PlaceReports(problem, assignments)
    for request in Array(problem.requests.indices) + problem.requests.indices.reversed() {
      let fresh = Explainer(problem, assignments: assignments).explain(request, withRelaxations: false).places
      #expect(places.of(request) == fresh, "\(seed): \(request)")
    }
  }
}
