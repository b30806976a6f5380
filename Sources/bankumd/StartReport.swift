import BankumWords
import Logging
import Systemd

/// Tells the service manager how the daemon is. A message that does not arrive is logged and changes nothing: the
/// manager draws its own conclusions from silence.
struct StartReport: Sendable {
  let logger: Logger
  let manager: ServiceManager

  /// The line in `systemctl status`.
  func status(_ message: Message, in language: Language) {
    tell { () throws(SystemdError) in try manager.notify(.status(message.text(in: language))) }
  }

  /// Sockets are open and the configuration is in force.
  func ready(_ message: Message, in language: Language) {
    tell { () throws(SystemdError) in try manager.notify(.ready, .status(message.text(in: language))) }
  }

  func reloading(_ message: Message, in language: Language) {
    tell { () throws(SystemdError) in
      try manager.notify(
        .reloading(monotonicMicroseconds: MonotonicTime.microseconds()), .status(message.text(in: language)))
    }
  }

  func stopping(_ message: Message, in language: Language) {
    tell { () throws(SystemdError) in try manager.notify(.stopping, .status(message.text(in: language))) }
  }

  /// The start takes long: asks the manager for half a minute more every ten seconds, until it is cancelled.
  func askForTime() async {
    while true {
      do { try await Task.sleep(for: .seconds(10)) } catch { return }
      tell { () throws(SystemdError) in try manager.notify(.extendTimeout(by: .seconds(30))) }
    }
  }

  func alive() {
    tell { () throws(SystemdError) in try manager.notify(.watchdog) }
  }

  /// The start failed; the process ends right after, so the manager gets time to read this.
  func failed(_ status: Int32) {
    tell { () throws(SystemdError) in
      try manager.notify(.exitStatus(UInt8(truncatingIfNeeded: status)))
      try manager.barrier(within: .milliseconds(500))
    }
  }

  private func tell(_ body: () throws(SystemdError) -> Void) {
    do throws(SystemdError) {
      try body()
    } catch {
      logger.warning("the service manager could not be told: \(error)")
    }
  }
}
