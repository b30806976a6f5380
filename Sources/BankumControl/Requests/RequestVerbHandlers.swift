import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Checking, accepting, refusing, withdrawing.
enum RequestVerbHandlers {
  typealias Interface = RequestsInterface

  static func check(
    _ daemon: Daemon, _ input: Interface.Check.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Check> {
    try await Desk.write(
      daemon, Interface.Check.self, input, caller, language: input.language,
      reply: { (answer: RequestAnswer) in .init(status: answer.state.code) }
    ) { context in
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
      return try await answer(input.request, verb, context)
    }
  }

  static func accept(
    _ daemon: Daemon, _ input: Interface.Accept.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Accept> {
    try await Desk.write(
      daemon, Interface.Accept.self, input, caller, language: input.language,
      reply: { (answer: RequestAnswer) in .init(status: answer.state.code) }
    ) { context in
      try await answer(input.request, .accept, context)
    }
  }

  static func refuse(
    _ daemon: Daemon, _ input: Interface.Refuse.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Refuse> {
    try await Desk.write(
      daemon, Interface.Refuse.self, input, caller, language: input.language,
      reply: { (answer: RequestAnswer) in .init(status: answer.state.code, cancelled: answer.cancelled) }
    ) { context in
      try await answer(input.request, try verb(input), context)
    }
  }

  static func withdraw(
    _ daemon: Daemon, _ input: Interface.Withdraw.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Withdraw> {
    try await Desk.write(
      daemon, Interface.Withdraw.self, input, caller, language: input.language,
      reply: { (answer: RequestAnswer) in .init(status: answer.state.code, cancelled: answer.cancelled) }
    ) { context in
      try await answer(input.request, .withdraw, context)
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
      if isCounsel { return .refuseCounsel(record: input.minutes ?? "") }
      guard input.reason == "partner" else { throw .invalid("reason", input.reason, .oneOf(["partner", "counsel"])) }
      return .refusePartner
    default: throw .invalid("by", input.by, .oneOf(["partner", "inmate"]))
    }
  }

  private static func answer(
    _ request: String, _ verb: RequestVerb, _ context: Desk.WriteContext<RequestAnswer>
  ) async throws -> RequestAnswer {
    try await context.office.changeRequest(try Read.id(request, "request"), verb, context.order)
  }
}
