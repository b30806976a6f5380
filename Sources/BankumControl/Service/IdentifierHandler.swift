import BankumAPI
import BankumOffice
import Varlink

/// `org.bankum.Service.ListIdentifiers`.
enum IdentifierHandler {
  typealias Method = ServiceInterface.ListIdentifiers

  static func list(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller) { context in
      // A test holds the two lists together.
      guard let kind = IdentifiedKind(rawValue: input.kind.rawValue) else {
        throw VarlinkError.invalidParameter("kind")
      }
      return Method.Output(
        identifiers: try await context.office.identifiers(
          of: kind, beginning: input.beginning ?? "", context.scope))
    }
  }
}
