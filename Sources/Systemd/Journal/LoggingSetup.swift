import Glibc
package import Logging

/// Where this process writes its log, decided once from how it was started.
package enum LoggingSetup: Sendable, Equatable {
  /// Natively to journald: standard error is the journal's stream.
  case journal
  /// Lines with a priority: systemd started this process and sent standard error elsewhere.
  case prioritisedLines
  /// Lines for people.
  case plainLines

  /// Decides by `JOURNAL_STREAM`, which names device and inode of the stream that systemd connected (systemd.exec(5)).
  ///
  /// A process whose standard error was sent elsewhere since, such as a child in a pipeline, inherits the variable but
  /// not the stream: only the comparison tells.
  package init(
    environment: [String: String], processID: Int32 = currentProcessID(), standardError: Int32 = STDERR_FILENO
  ) {
    if let stream = environment["JOURNAL_STREAM"], stream == Self.identity(of: standardError) {
      self = .journal
    } else if ServiceManager(environment: environment, processID: processID).startedThisProcess {
      self = .prioritisedLines
    } else {
      self = .plainLines
    }
  }

  /// A handler for one logger: give it to `LoggingSystem.bootstrap`, or to `Logger(label:factory:)`.
  ///
  /// `identifier` is the program's name, under which the journal lists its records.
  package func handler(identifier: String, threshold: LogThreshold = LogThreshold(.info)) -> any LogHandler {
    switch self {
    case .journal:
      JournalLogHandler(identifier: identifier, threshold: threshold)
    case .prioritisedLines:
      StandardErrorLogHandler(identifier: identifier, threshold: threshold, style: .prioritised)
    case .plainLines:
      StandardErrorLogHandler(identifier: identifier, threshold: threshold, style: .plain)
    }
  }

  /// `DEVICE:INODE` in decimal, as systemd writes it; nil if the descriptor is closed.
  static func identity(of descriptor: Int32) -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return "\(status.st_dev):\(status.st_ino)"
  }
}
