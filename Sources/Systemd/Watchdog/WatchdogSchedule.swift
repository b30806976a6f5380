/// How often the service manager wants a sign of life. Source: sd_watchdog_enabled(3).
package struct WatchdogSchedule: Sendable, Equatable {
  /// Without a sign of life for this long the manager ends the process.
  package let timeout: Duration
  /// How often to give one: half the timeout, so that one may be missed.
  package var interval: Duration { timeout / 2 }

  /// A schedule for a timeout, which must be positive.
  package init(timeout: Duration) {
    precondition(timeout > .zero, "a watchdog without time cannot be fed")
    self.timeout = timeout
  }

  /// Reads `WATCHDOG_USEC` and `WATCHDOG_PID`: nil if no watchdog is set, or if it is set on another process.
  ///
  /// Fails with `malformedVariable` if either is not a positive decimal number, or a time without end.
  package init?(environment: [String: String], processID: Int32 = currentProcessID()) throws(SystemdError) {
    guard let text = environment["WATCHDOG_USEC"] else { return nil }
    guard let microseconds = DecimalText.number(text), microseconds > 0, microseconds < UInt64(Int64.max) else {
      throw SystemdError(.malformedVariable, "WATCHDOG_USEC")
    }
    if let watched = environment["WATCHDOG_PID"] {
      guard let number = DecimalText.number(watched), number > 0, number <= UInt64(Int32.max) else {
        throw SystemdError(.malformedVariable, "WATCHDOG_PID")
      }
      guard number == UInt64(processID) else { return nil }
    }
    timeout = .microseconds(Int64(microseconds))
  }
}
