package import BankumModel
import Matching

/// Why nothing was planned. Nothing is returned beside it: a plan is whole and checked, or not at all.
package struct PlanningError: Error, Hashable, Sendable {
  /// Why, in one word.
  package enum Code: String, Coded {
    /// A year without a holiday list, a rule that is missing or has the wrong type; `problems` say which.
    case facts
    /// The period is empty or begins before today.
    case period
    /// The facts are more than the engine takes: more rooms, days or slots; `problems` say which.
    case size
    /// A what-if text that cannot be read, or that names something unknown.
    case whatIf
    /// The plan breaks a rule of the problem: the engine has a fault. `problems` name the rules.
    case illegalPlan
    /// The plan breaks a rule of the house: builder and rule set disagree. `problems` name the rules.
    case brokenRule
  }

  /// Why.
  package let code: Code
  /// What is wrong, with places; at least one.
  package let problems: [BankumModel.Problem]

  /// An error with its problems.
  package init(_ code: Code, _ problems: [BankumModel.Problem]) {
    self.code = code
    self.problems = problems
  }

  /// An error with one problem.
  package init(_ code: Code, place: String, value: String, expected: Phrase) {
    self.init(code, [BankumModel.Problem(place: place, value: value, expected: expected)])
  }

  /// What the model refused.
  init(_ error: ModelError) { self.init(.facts, error.problems) }

  /// What the engine refused.
  init(_ error: ProblemError) {
    self.init(.size, place: error.place, value: "", expected: "\(error.expected)")
  }

  /// What the body answers, with the model's errors as errors of planning.
  static func facts<Answer>(_ body: () throws(ModelError) -> Answer) throws(PlanningError) -> Answer {
    do { return try body() } catch { throw PlanningError(error) }
  }
}
