import BankumAPI
import BankumOffice
import Varlink

/// `org.bankum.Service.Reload`.
enum ReloadHandler {
  typealias Method = ServiceInterface.Reload

  static func reload(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Method> {
    try await Desk.write(
      daemon, Method.self, input, caller, language: nil, reply: { (keys: [String]) in .init(needRestart: keys) }
    ) { context in
      do throws(ReloadFailure) {
        return await context.office.keep(try await daemon.control.reload(), for: context.order)
      } catch {
        throw VarlinkError(ServiceInterface.Invalid(problems: error.problems))
      }
    }
  }
}
