import Glibc
import Logging
import Testing

@testable import Systemd

@Suite("LoggingSetup")
struct LoggingSetupTests {
  @Test("chooses the journal only if standard error is the stream that systemd connected")
  func choice() throws {
    var status = stat()
    try #require(fstat(STDIN_FILENO, &status) == 0)
    let own = "\(status.st_dev):\(status.st_ino)"
    let other = "\(status.st_dev):\(status.st_ino + 1)"
    func setup(_ environment: [String: String], standardError: Int32 = STDIN_FILENO) -> LoggingSetup {
      LoggingSetup(environment: environment, processID: 41, standardError: standardError)
    }
    #expect(setup(["JOURNAL_STREAM": own]) == .journal)
    #expect(setup(["JOURNAL_STREAM": own, "SYSTEMD_EXEC_PID": "41"]) == .journal)
    #expect(setup(["JOURNAL_STREAM": other, "SYSTEMD_EXEC_PID": "41"]) == .prioritisedLines)
    #expect(setup(["JOURNAL_STREAM": other, "SYSTEMD_EXEC_PID": "40"]) == .plainLines)
    #expect(setup(["JOURNAL_STREAM": "junk"]) == .plainLines)
    #expect(setup(["JOURNAL_STREAM": ""], standardError: 999) == .plainLines)
    #expect(setup([:]) == .plainLines)
  }

  @Test("gives the handler of its kind, at the threshold's level")
  func handlers() {
    let threshold = LogThreshold(.debug)
    for setup in [LoggingSetup.journal, .plainLines, .prioritisedLines] {
      let handler = setup.handler(identifier: "bankumd", threshold: threshold)
      #expect((handler is JournalLogHandler) == (setup == .journal))
      #expect(handler.logLevel == .debug)
    }
  }
}
