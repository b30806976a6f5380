/// One thing that a service tells its manager. Source: sd_notify(3).
package enum ServiceNotice: Sendable, Equatable {
  /// Start-up, or a reload, has ended: sockets are open and the configuration is in force.
  case ready
  /// One line that `systemctl status` shows. Escaped, and cut to 1,024 bytes: the manager ignores a message of more
  /// than 4,096 as a whole.
  case status(String)
  /// A reload begins. The manager wants the time of it, CLOCK_MONOTONIC in microseconds, in the same message.
  case reloading(monotonicMicroseconds: UInt64)
  /// The service is about to end.
  case stopping
  /// The phase of start, stop or reload that is under way takes this much longer, counted from now.
  case extendTimeout(by: Duration)
  /// The service is alive.
  case watchdog
  /// The service knows that it is not well: as if the watchdog's time had run out.
  case watchdogTrigger
  /// The value of `errno` that made the service fail.
  case errno(Int32)
  /// The exit status that will follow; for information (understood from systemd 254).
  case exitStatus(UInt8)

  static let longestStatus = 1_024

  /// The assignments, without a final line feed: one line, two for `reloading`.
  var assignments: String {
    switch self {
    case .ready: "READY=1"
    case .status(let text):
      "STATUS=" + PrintableText.shortened(PrintableText.escaped(text), toBytes: Self.longestStatus)
    case .reloading(let time): "RELOADING=1\nMONOTONIC_USEC=\(time)"
    case .stopping: "STOPPING=1"
    case .extendTimeout(let duration): "EXTEND_TIMEOUT_USEC=\(duration.wholeMicroseconds)"
    case .watchdog: "WATCHDOG=1"
    case .watchdogTrigger: "WATCHDOG=trigger"
    case .errno(let number): "ERRNO=\(number)"
    case .exitStatus(let status): "EXIT_STATUS=\(status)"
    }
  }
}
