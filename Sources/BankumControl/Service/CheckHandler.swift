import BankumAPI
import BankumOffice
import BankumStore
import Varlink

/// `org.bankum.Service.Check`.
enum CheckHandler {
  typealias Method = ServiceInterface.Check
  /// How many faults one answer names.
  private static let most = 1_000

  static func check(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller) { context in
      let (sequence, damage) = try await context.office.checkRegister()
      return Method.Output(
        sequence: Int(sequence),
        damage: damage.prefix(most).map { DamagedPart(kind: $0.kind, id: $0.id, text: $0.text) },
        count: damage.count)
    }
  }
}
