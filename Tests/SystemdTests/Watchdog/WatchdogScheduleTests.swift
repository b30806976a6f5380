import Testing

@testable import Systemd

@Suite("WatchdogSchedule")
struct WatchdogScheduleTests {
  static func schedule(_ environment: [String: String]) throws(SystemdError) -> WatchdogSchedule? {
    try WatchdogSchedule(environment: environment, processID: 41)
  }

  @Test("feeds at half the time that the manager waits")
  func half() throws {
    for environment in [["WATCHDOG_USEC": "30000000"], ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "41"]] {
      let schedule = try #require(try Self.schedule(environment))
      #expect(schedule.timeout == .seconds(30))
      #expect(schedule.interval == .seconds(15))
    }
  }

  @Test("is none without a watchdog, or with one on another process")
  func none() throws {
    #expect(try Self.schedule([:]) == nil)
    #expect(try Self.schedule(["WATCHDOG_PID": "41"]) == nil)
    #expect(try Self.schedule(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "42"]) == nil)
  }

  @Test(
    "refuses malformed variables by name",
    arguments: [
      ("WATCHDOG_USEC", "", "41"), ("WATCHDOG_USEC", "0", "41"), ("WATCHDOG_USEC", "-1", "41"),
      ("WATCHDOG_USEC", "30s", "41"), ("WATCHDOG_USEC", "18446744073709551615", "41"),
      ("WATCHDOG_USEC", "18446744073709551616", "41"), ("WATCHDOG_PID", "1", ""), ("WATCHDOG_PID", "1", "0"),
      ("WATCHDOG_PID", "1", "x"), ("WATCHDOG_PID", "1", "4294967337"),
    ])
  func malformed(variable: String, microseconds: String, process: String) {
    #expect(throws: SystemdError(.malformedVariable, variable)) {
      try Self.schedule(["WATCHDOG_USEC": microseconds, "WATCHDOG_PID": process])
    }
  }
}
