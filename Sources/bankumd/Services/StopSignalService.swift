import ServiceLifecycle
import UnixSignals

/// SIGTERM and SIGINT end the daemon: when this service ends, the group shuts down in order.
struct StopSignalService: Service {
  let signals: UnixSignalsSequence

  func run() async {
    for await _ in signals.cancelOnGracefulShutdown() { return }
  }
}
