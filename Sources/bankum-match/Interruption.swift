import Glibc

/// Whether somebody asked the program to end: SIGINT or SIGTERM.
enum Interruption {
  /// Set once by the signal handler, which may do nothing but store; read between epochs.
  // A plain store to an aligned 32-bit word is what POSIX allows in a handler (sig_atomic_t); no other writer.
  nonisolated(unsafe) private static let flag = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)

  /// Begins to watch.
  static func watch() {
    flag.initialize(to: 0)
    signal(SIGINT, mark)
    signal(SIGTERM, mark)
  }

  /// Whether a signal came.
  static var isAsked: Bool { flag.pointee != 0 }

  fileprivate static func set() { flag.pointee = 1 }
}

private func mark(_ signal: Int32) { Interruption.set() }
