import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Checking, accepting, refusing, withdrawing.
enum RequestVerbHandlers {
  typealias Interface = RequestsInterface

  static func check(
    _ daemon: Daemon, _ input: Interface.Check.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.Check.Output {
    try await Desk.answer(daemon, Interface.Check.self, input, caller, language: input.language) { context in
      let verb: RequestVerb
      switch input.result {
      case "complete": verb = .check(missing: nil)
      case "incomplete": verb = .check(missing: input.missing ?? "")
      case "supplied": verb = .supply
      default: throw OfficeError.invalid("result", input.result, .oneOf(["complete", "incomplete", "supplied"]))
      }
      if input.result != "incomplete", let missing = input.missing {
        throw OfficeError.invalid("missing", missing, .absent)
      }
      return Interface.Check.Output(status: try await answer(input.request, verb, context).state.code)
    }
  }

  static func accept(
    _ daemon: Daemon, _ input: Interface.Accept.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.Accept.Output {
    try await Desk.answer(daemon, Interface.Accept.self, input, caller, language: input.language) { context in
      Interface.Accept.Output(status: try await answer(input.request, .accept, context).state.code)
    }
  }

  static func refuse(
    _ daemon: Daemon, _ input: Interface.Refuse.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.Refuse.Output {
    try await Desk.answer(daemon, Interface.Refuse.self, input, caller, language: input.language) { context in
      let answer = try await answer(input.request, try verb(input), context)
      return Interface.Refuse.Output(status: answer.state.code, cancelled: answer.cancelled)
    }
  }

  static func withdraw(
    _ daemon: Daemon, _ input: Interface.Withdraw.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.Withdraw.Output {
    try await Desk.answer(daemon, Interface.Withdraw.self, input, caller, language: input.language) { context in
      let answer = try await answer(input.request, .withdraw, context)
      return Interface.Withdraw.Output(status: answer.state.code, cancelled: answer.cancelled)
    }
  }

  /// Who refuses what.
  private static func verb(_ input: Interface.Refuse.Input) throws(OfficeError) -> RequestVerb {
    let isCounsel = input.by == "inmate" && input.reason == "counsel"
    if !isCounsel, let minutes = input.minutes { throw .invalid("minutes", minutes, .absent) }
    switch input.by {
    case "partner":
      let reason: RefusalReason = try Read.code(input.reason, "reason")
      return .refuse(reason)
    case "inmate":
      if isCounsel { return .refuseCounsel(minutes: input.minutes ?? "") }
      guard input.reason == "partner" else { throw .invalid("reason", input.reason, .oneOf(["partner", "counsel"])) }
      return .refusePartner
    default: throw .invalid("by", input.by, .oneOf(["partner", "inmate"]))
    }
  }

  private static func answer(
    _ request: String, _ verb: RequestVerb, _ context: Desk.CallContext
  ) async throws -> RequestAnswer {
    try await context.office.changeRequest(try Read.id(request, "request"), verb, context.order)
  }
}
