import Logging
import Synchronization

/// The least important level that is written; a reload changes it while loggers are in use.
final class LogLevel: Sendable {
  private let level: Mutex<Logger.Level>

  init(_ level: Logger.Level) {
    self.level = Mutex(level)
  }

  var value: Logger.Level {
    get { level.withLock { $0 } }
    set { level.withLock { $0 = newValue } }
  }
}

/// A handler whose level is looked up at each record.
struct LevelledLogHandler: LogHandler {
  private var handler: any LogHandler
  private let level: LogLevel

  init(_ handler: any LogHandler, _ level: LogLevel) {
    self.handler = handler
    self.handler.logLevel = .trace
    self.level = level
  }

  var logLevel: Logger.Level {
    get { level.value }
    set { level.value = newValue }
  }

  var metadata: Logger.Metadata {
    get { handler.metadata }
    set { handler.metadata = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { handler[metadataKey: key] }
    set { handler[metadataKey: key] = newValue }
  }

  func log(event: LogEvent) {
    handler.log(event: event)
  }
}
