import BankumControl
import ServiceLifecycle
import UnixSignals

/// SIGHUP reloads the configuration; what is wrong with it goes to the log, because a signal has no answer.
struct ReloadSignalService: Service {
  let signals: UnixSignalsSequence
  let conductor: Conductor

  func run() async {
    for await _ in signals.cancelOnGracefulShutdown() {
      do throws(ReloadFailure) { _ = try await conductor.reload() } catch { continue }
    }
  }
}
