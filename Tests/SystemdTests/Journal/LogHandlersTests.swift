import Glibc
import Logging
import Synchronization
import Testing

@testable import Systemd

@Suite("Log handlers")
struct LogHandlersTests {
  final class Sink: Sendable {
    let records = Mutex<[LogRecord]>([])
  }

  static func textWritten(_ body: (Int32) -> Void) throws -> String {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    body(ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends[0], &bytes, bytes.count)
    return String(decoding: bytes[..<max(count, 0)], as: UTF8.self)
  }

  @Test("the journal's handler sends a record for each statement at or above its level, with all metadata")
  func journal() {
    let sink = Sink()
    var logger = Logger(label: "test") { _ in
      JournalLogHandler(identifier: "bankumd", threshold: LogThreshold(.info)) { record in
        sink.records.withLock { $0.append(record) }
        return true
      }
    }
    logger.handler.metadataProvider = Logger.MetadataProvider { ["call": "7", "who": "provider"] }
    logger[metadataKey: "who"] = "handler"
    logger.debug("not shown")
    logger.info("first")
    logger.logLevel = .error
    logger.warning("not shown")
    logger.error("second", metadata: .event(.reloadFailed, ["who": "statement"]))
    let lines = sink.records.withLock { records in records.map { $0.line(.plain) } }
    #expect(lines == ["INFO first call=7 who=provider", "ERROR second call=7 who=statement"])
    #expect(sink.records.withLock { $0.last?.messageID } == .reloadFailed)
    #expect(logger[metadataKey: "who"] == "handler")
  }

  @Test("a reader of the log that stands still does not stop the program", .timeLimit(.minutes(1)))
  func stoppedReader() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    try #require(fcntl(ends[1], F_SETFL, O_WRONLY | O_NONBLOCK) == 0)
    defer { for end in ends { close(end) } }
    while write(ends[1], "x", 1) == 1 {}
    try #require(fcntl(ends[1], F_SETFL, O_WRONLY) == 0)
    StandardErrorLogHandler.write("lost", to: ends[1])
  }

  @Test("standard error's handler writes a line a statement")
  func standardError() throws {
    let text = try Self.textWritten { descriptor in
      var logger = Logger(label: "test") { _ in
        StandardErrorLogHandler(
          identifier: "bankumd", threshold: LogThreshold(.info), style: .prioritised, descriptor: descriptor)
      }
      logger[metadataKey: "uid"] = "1000"
      logger.trace("not shown")
      logger.info("first\nline")
      logger.critical("second")
    }
    #expect(text == "<6>first\\nline uid=1000\n<2>second uid=1000\n")
  }

  @Test("follow a threshold that is changed later, unless the logger has a level of its own")
  func threshold() throws {
    let text = try Self.textWritten { descriptor in
      let threshold = LogThreshold(.warning)
      let handler = StandardErrorLogHandler(
        identifier: "bankumd", threshold: threshold, style: .plain, descriptor: descriptor)
      let logger = Logger(label: "test") { _ in handler }
      var ownLevel = logger
      ownLevel.logLevel = .error
      logger.info("not shown")
      threshold.level = .debug
      logger.debug("shown")
      ownLevel.warning("not shown")
    }
    #expect(text == "DEBUG shown\n")
  }

  @Test("a reader that is gone costs the line, not the program")
  func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      close(ends[0])
      StandardErrorLogHandler.write("lost", to: ends[1])
      StandardErrorLogHandler.write("lost", to: -1)
    }
  }
}
