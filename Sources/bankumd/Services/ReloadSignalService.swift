import BankumControl
import ServiceLifecycle
import UnixSignals

/// SIGHUP reloads the configuration; what is wrong with it goes to the log, because a signal has no answer.
struct ReloadSignalService: Service {
  let signals: UnixSignalsSequence
  let reloadCoordinator: ReloadCoordinator

  func run() async {
    for await _ in signals.cancelOnGracefulShutdown() {
      do throws(ReloadFailure) { _ = try await reloadCoordinator.reload() } catch { continue }
    }
  }
}
