import Foundation
import Testing

@Suite("Meetings and notices, through the client")
struct SessionMethodTests {
  static let methods = [
    "org.bankum.Schedule.ListSessions", "org.bankum.Schedule.ShowSession", "org.bankum.Schedule.PinSession",
    "org.bankum.Schedule.MoveSession", "org.bankum.Schedule.CancelSession", "org.bankum.Schedule.EndSession",
    "org.bankum.Schedule.RecordSession", "org.bankum.Schedule.OverrideConflict", "org.bankum.Docket.ListNotices",
    "org.bankum.Docket.AcknowledgeNotices",
  ]

  @Test("are listed, shown, pinned, moved, called off, recorded and corrected, and the organisation reads of it")
  func wholeWay() throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    #expect(try daemon.ctl("assign", "--publish", "--effort", "2").status == 0)
    let sessions = try daemon.ctl("session", "list", "--to", "2026-12-11", "--json=short").json()["sessions"]
    let all = try #require(sessions as? [[String: Any]])
    #expect(all.count == 3)
    let table = try daemon.ctl("session", "list", "--to", "2026-12-11", "--lang", "id")
    #expect(table.lines.count == 4 && table.output.contains("ditawarkan"))
    for language in ["id", "en"] {
      for words in [["session", "list", "--to", "2026-12-11"], ["notice", "list"]] {
        let screen = try daemon.screen(words + ["--lang", language])
        #expect(screen.count == 4 && screen.allSatisfy { $0.count <= 80 }, "\(screen)")
        #expect(screen.first?.contains("…") == false, "\(screen)")
      }
    }
    // A room is told from the others.
    let rooms = try daemon.screen(["session", "list", "--to", "2026-12-11"]).dropFirst()
    #expect(rooms.allSatisfy { $0.contains(/Konsultasi [0-9]/) }, "\(rooms)")
    let id = try #require(all[0]["id"] as? String)
    #expect(try daemon.ctl("session", "show", id, "--lang", "en").output.contains("offered"))
    #expect(try daemon.ctl("session", "pin", id).status == 0)
    let start = try #require(all[0]["start"] as? String)
    let (date, time) = (String(start.prefix(10)), String(start.dropFirst(11).prefix(5)))
    // Where it is already it may go, pinned or not; elsewhere the pin holds it.
    #expect(try daemon.ctl("session", "move", id, "--to", date, time).status == 0)
    let pinned = try daemon.ctl("session", "move", id, "--to", "2026-11-28", "03:00", "--lang", "en")
    #expect(pinned.status == 1 && pinned.errors.contains("sessions."), "\(pinned.errors)")
    #expect(try daemon.ctl("session", "unpin", id).status == 0)
    let night = try daemon.ctl("session", "move", id, "--to", "2026-11-28", "03:00", "--reason", "urgency")
    #expect(night.status == 1 && night.errors.contains("houseClosed"), "\(night.errors)")
    let bad = try daemon.ctl("session", "move", id, "--to", "besok", "03:00", "--lang", "en")
    #expect(bad.status == 65 && bad.errors.contains("date"))
    #expect(try daemon.ctl("session", "end", id, "--outcome", "held").status == 1)
    #expect(try daemon.ctl("session", "cancel", id, "--reason", "hearing").status == 0)
    #expect(try daemon.ctl("session", "cancel", id, "--reason", "hearing").status == 1)

    let notices = try daemon.ctl("notice", "list", "--json=short").json()["notices"] as? [[String: Any]] ?? []
    #expect(notices.count == 4)
    let told = try daemon.ctl("notice", "list", "--lang", "en")
    #expect(told.output.contains("called off"))
    let first = try #require(notices[0]["id"] as? String)
    for _ in 0..<2 { #expect(try daemon.ctl("notice", "ack", first).status == 0) }
    #expect(try daemon.ctl("notice", "ack", "--all", "--lang", "en").output.contains("3 notices"))
    #expect(try daemon.ctl("notice", "ack", "--all", "--json=short").output == "{}\n")
    #expect(try daemon.ctl("notice", "ack", "nt-00000000").status == 1)
  }

  @Test("that took place unplanned are recorded, with what they broke, and corrected by the registrar")
  func record() throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    #expect(try daemon.ctl("assign", "--publish", "--effort", "2").status == 0)
    let sessions = try daemon.ctl("session", "list", "--to", "2026-12-11", "--json=short").json()["sessions"]
    let session = try #require((sessions as? [[String: Any]])?.first)
    let advocate = try #require(session["advocate"] as? String)
    let recorded = try daemon.ctl(
      "session", "record", "A.III.2/2026", "--advocate", advocate, "--date", "2026-11-22", "--time", "10:00",
      "--minutes", "30", "--urgent", "--json=short")
    let change = try #require(try recorded.json()["change"] as? [String: Any])
    #expect((change["brokenRules"] as? [String])?.contains("houseClosed") == true)
    let id = try #require(change["session"] as? String)
    #expect(try daemon.ctl("session", "end", id, "--outcome", "cutShort").status == 0)
    #expect(try daemon.ctl("session", "show", id, "--lang", "en").output.contains("cut short"))
    let request = try #require(session["request"] as? String)
    let partner = try #require(session["partner"] as? String)
    let override = try daemon.ctl("session", "override", request, partner, "--reason", "x", "--lang", "en")
    #expect(override.status == 1 && override.errors.contains("nothingForbidden"))
    #expect(try daemon.ctl("session", "record", "A.III.2/2026", "--lang", "en").status == 64)
  }
}
