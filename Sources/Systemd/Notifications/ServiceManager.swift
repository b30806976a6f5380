internal import CSystemd
import Glibc

/// The service manager that started this process, if one did: systemd, or whoever speaks its notification protocol.
///
/// A value made once from the environment. libsystemd itself reads `NOTIFY_SOCKET` of the process at each message, so
/// the environment given here has to be that of the process where messages are wanted; without the variable in it,
/// nothing is ever sent.
package struct ServiceManager: Sendable, Equatable {
  /// Whether notifications go anywhere (`NOTIFY_SOCKET` is set).
  package let listens: Bool
  /// Whether systemd executed this very process as a unit's own, not as a child of one (`SYSTEMD_EXEC_PID`, set since
  /// systemd 248, is this process). `NOTIFY_SOCKET` alone does not say so: children inherit it.
  package let startedThisProcess: Bool

  /// Looks at the environment of a process.
  package init(environment: [String: String], processID: Int32 = currentProcessID()) {
    listens = !(environment["NOTIFY_SOCKET"] ?? "").isEmpty
    startedThisProcess = environment["SYSTEMD_EXEC_PID"] == String(processID)
  }

  /// Sends notices in one message; does nothing if nobody listens.
  ///
  /// Fails with `notificationFailed` if the socket is there no more or does not take the message. The manager ignores
  /// what it does not know, so newer notices do no harm under an older systemd.
  package func notify(_ notices: ServiceNotice...) throws(SystemdError) {
    guard listens, !notices.isEmpty else { return }
    let result = sd_notify(0, Self.message(notices))
    if result < 0 { throw SystemdError(.notificationFailed, "NOTIFY_SOCKET", systemError: -result) }
  }

  /// Waits until the manager has read everything sent so far; does nothing if nobody listens.
  ///
  /// For a process that ends right after a message: the manager could otherwise read it when the sender is gone and can
  /// no longer be told from a stranger. Blocks the calling thread. Fails with `notificationFailed` when the time is up.
  package func barrier(within timeout: Duration) throws(SystemdError) {
    guard listens else { return }
    let result = sd_notify_barrier(0, timeout.wholeMicroseconds)
    if result < 0 { throw SystemdError(.notificationFailed, "BARRIER", systemError: -result) }
  }

  static func message(_ notices: [ServiceNotice]) -> String {
    notices.map(\.assignments).joined(separator: "\n")
  }
}

/// The number of this process, as systemd's variables name it.
package func currentProcessID() -> Int32 { getpid() }
