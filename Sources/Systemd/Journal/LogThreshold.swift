package import Logging
import Synchronization

/// The least important level that is written, shared by all loggers of a program, so that a reload can change it.
package final class LogThreshold: Sendable {
  private let value: Mutex<Logger.Level>

  /// A threshold that begins here.
  package init(_ level: Logger.Level) {
    value = Mutex(level)
  }

  /// The level now; a change holds from the next statement on, for loggers made before it too.
  package var level: Logger.Level {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
