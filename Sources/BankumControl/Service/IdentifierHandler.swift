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
      guard let kind = IdentifiedKind(rawValue: input.kind) else {
        throw OfficeError.invalid("kind", input.kind, .oneOf(IdentifiedKind.allCases.map(\.rawValue)))
      }
      return Method.Output(
        identifiers: try await context.office.identifiers(
          of: kind, beginning: input.beginning ?? "", context.scope))
    }
  }
}
