import Matching
import Synchronization

/// What the engine says of the places of single requests beside one schedule. Its table is laid once, for the first who
/// asks, and serves all: a question leaves it as it was.
final class PlaceReports: Sendable {
  private let problem: Problem
  private let assignments: [Assignment]
  private let explainer = Mutex<Explainer?>(nil)

  /// Meetings that no run needs to have made: nobody has priced them.
  init(_ problem: Problem, _ assignments: [Assignment]) {
    self.problem = problem
    self.assignments = assignments
  }

  /// The places of a request of the problem.
  func of(_ request: Int) -> [PlaceReport] {
    explainer.withLock { explainer in
      let known = explainer ?? Explainer(problem, assignments: assignments)
      explainer = known
      return known.explain(request, withRelaxations: false).places
    }
  }
}
