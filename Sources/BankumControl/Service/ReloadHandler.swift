import BankumAPI
import Varlink

/// `org.bankum.Service.Reload`.
enum ReloadHandler {
  static func reload(_ daemon: Daemon) async throws(VarlinkError) -> ServiceInterface.Reload.Output {
    do throws(ReloadFailure) {
      return ServiceInterface.Reload.Output(needRestart: try await daemon.control.reload())
    } catch {
      throw VarlinkError(ServiceInterface.Invalid(problems: error.problems))
    }
  }
}
