import BankumModel
import BankumPlanning

extension OfficeError {
  /// Why nothing could be planned.
  init(_ error: PlanningError) {
    switch error.code {
    case .facts:
      let problem = error.problems.first
      self = .refused(.planning(.missingFacts(problem?.place ?? "", problem?.value ?? "")))
    case .size: self = .refused(.planning(.tooLarge(error.problems.first?.place ?? "")))
    case .period, .whatIf: self = .invalid(error.problems)
    case .illegalPlan, .brokenRule:
      self = .refused(.planning(.unlawful(error.problems.first?.value ?? "")))
    }
  }
}
