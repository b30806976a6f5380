import Testing

@testable import Systemd

@Suite("ServiceNotice")
struct ServiceNoticeTests {
  @Test(
    "is written as sd_notify(3) has it",
    arguments: [
      (ServiceNotice.ready, "READY=1"), (.status("Serving 3 calls"), "STATUS=Serving 3 calls"),
      (.reloading(monotonicMicroseconds: 123_456), "RELOADING=1\nMONOTONIC_USEC=123456"), (.stopping, "STOPPING=1"),
      (.extendTimeout(by: .seconds(5)), "EXTEND_TIMEOUT_USEC=5000000"), (.watchdog, "WATCHDOG=1"),
      (.watchdogTrigger, "WATCHDOG=trigger"), (.errno(2), "ERRNO=2"), (.exitStatus(78), "EXIT_STATUS=78"),
    ])
  func spelling(notice: ServiceNotice, text: String) {
    #expect(notice.assignments == text)
  }

  @Test(
    "of status stays one assignment whatever the text",
    arguments: ["a\nREADY=1", "a\r\nSTOPPING=1", "\u{0}", "\u{2028}MAINPID=1", "\u{85}x", "", "ü\u{301}\n"])
  func statusCannotInject(text: String) {
    let lines = ServiceNotice.status(text).assignments.unicodeScalars.filter {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .lineSeparator
    }
    #expect(lines.isEmpty)
  }

  @Test("of status is never so long that the manager would drop the message")
  func statusIsBounded() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let piece = ["x", "é", "漢", "\n", "👩‍👩‍👧"].randomElement(using: &generator) ?? "x"
      let text = String(repeating: piece, count: Int.random(in: 0...3_000, using: &generator))
      #expect(ServiceNotice.status(text).assignments.utf8.count <= "STATUS=".utf8.count + ServiceNotice.longestStatus)
    }
    #expect(ServiceNotice.status(String(repeating: "x", count: 5_000)).assignments.hasSuffix("x…"))
  }

  @Test("of more time rounds up to a microsecond and never says 'for ever'")
  func durations() {
    #expect(Duration.nanoseconds(1).wholeMicroseconds == 1)
    #expect(Duration.microseconds(7).wholeMicroseconds == 7)
    #expect(Duration.zero.wholeMicroseconds == 0)
    #expect(Duration.seconds(-3).wholeMicroseconds == 0)
    #expect(Duration.nanoseconds(-1).wholeMicroseconds == 0)
    #expect(Duration.seconds(Int64.max).wholeMicroseconds == UInt64.max - 1)
  }

  @Test("of a reload carries a clock that does not go back")
  func monotonicClock() {
    let first = MonotonicTime.microseconds()
    #expect(first > 0)
    #expect(MonotonicTime.microseconds() >= first)
  }
}
