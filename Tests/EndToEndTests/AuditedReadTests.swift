import BankumModel
import BankumStore
import Foundation
import Testing

@Suite("Reads and the audit log, through the client")
struct AuditedReadTests {
  @Test("Every answered read is in the log of a daemon that was killed, and the log is unbroken")
  func killed() async throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    let run = try daemon.ctl("assign", "--publish", "--effort", "2")
    #expect(run.status == 0, "\(run.errors)")
    let state = daemon.folder.appending(path: "state").path
    // The first fills the board; the others are answered where they arrive.
    let answered = 25
    for _ in 1...answered {
      let docket = try daemon.ctl("docket", "--from", "2026-11-23", "--to", "2026-12-04", "--format", "json")
      #expect(docket.status == 0)
    }
    #expect(try daemon.ctl("inmate", "list").status == 0)
    daemon.signal(SIGKILL)
    daemon.stop()

    let clock = HouseClock(source: .set, zone: .westernIndonesia) { Instant(milliseconds: 1_795_000_000_000) }
    let register = try Register.open(in: state, keys: try KeyRing.own(in: state), clock: clock)
    try await register.flushAudit()
    let (entries, verdict) = try await register.readUnaudited { (try $0.audit(limit: 100_000), try $0.verifyAudit()) }
    #expect(verdict.isIntact)
    func count(_ method: String) -> Int {
      entries.filter { $0.draft.method == method && $0.draft.outcome == .read }.reduce(0) { $0 + $1.draft.times }
    }
    #expect(count("org.bankum.Docket.List") == answered)
    #expect(count("org.bankum.Registry.ListInmates") == 1)
    #expect(entries.last { $0.draft.method == "org.bankum.Docket.List" }?.draft.targets.isEmpty == false)
    try await register.close()
  }
}
