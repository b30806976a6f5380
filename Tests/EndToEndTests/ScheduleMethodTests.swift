import Foundation
import Testing

@Suite("The schedule, through the client")
struct ScheduleMethodTests {
  static let methods = [
    "org.bankum.Schedule.Assign", "org.bankum.Schedule.PublishPlan", "org.bankum.Schedule.DiscardPlan",
    "org.bankum.Schedule.ShowPlan", "org.bankum.Schedule.ListRuns", "org.bankum.Schedule.ShowRun",
    "org.bankum.Schedule.ReplayRun", "org.bankum.Schedule.ExportRun",
  ]

  @Test("a run makes a draft, the same run the same plan, and publishing brings it into force")
  func wholeWay() throws {
    let daemon = try PrivateDaemon()
    try Self.loadSmallHouse(daemon)
    let dry = try daemon.ctl("assign", "--dry-run", "--effort", "2", "--json=short").json()["run"] as? [String: Any]
    #expect(dry?["placed"] as? Int == 3)
    #expect(try daemon.ctl("plan", "publish", "--lang", "en").status == 1)

    let first = try daemon.ctl("assign", "--effort", "2", "--json=short").json()["run"] as? [String: Any] ?? [:]
    let second = try daemon.ctl("assign", "--effort", "2", "--json=short").json()["run"] as? [String: Any] ?? [:]
    for key in ["status", "objective", "bound", "placed", "waiting"] {
      #expect("\(first[key] ?? "")" == "\(second[key] ?? "")", "\(key)")
    }
    #expect(second["changes"] as? Int == 0)
    #expect((first["inputDigest"] as? String)?.count == 64)
    // What nobody has confirmed of the law is in the run's own summary.
    let alarms = first["alarms"] as? [[String: Any]] ?? []
    #expect(alarms.contains { $0["kind"] as? String == "rulesUnconfirmed" && ($0["count"] as? Int ?? 0) > 0 })

    #expect(try daemon.ctl("status", "--json=short").json()["publishedSessions"] as? Int == 0)
    let published = try daemon.ctl("plan", "publish", "--lang", "en")
    #expect(published.output == "Version 1 of the schedule is in force.\n")
    #expect(try daemon.ctl("status", "--json=short").json()["publishedSessions"] as? Int == 3)
    // What is published is on the docket; a guard's list knows nothing of the matter.
    let docket = try daemon.ctl("call", "org.bankum.Docket.List", #"{"to":"2026-12-04"}"#).json()
    #expect(docket["version"] as? Int == 1)
    let sessions = docket["sessions"] as? [[String: Any]] ?? []
    #expect(sessions.count == 3)
    let advocate = try #require(sessions.first?["advocate"] as? String)
    let table = try daemon.ctl("docket", "--advocate", advocate, "--to", "2026-12-04", "--lang", "id")
    #expect(table.output.contains("CONTOH"))
    #expect(try daemon.ctl("docket", "--advocate", "ad-00000000").status == 1)
    #expect(try daemon.ctl("docket", "--from", "2026-12-05", "--to", "2026-12-04").status == 65)

    // Nobody is left: the next run keeps what is published.
    let third = try daemon.ctl("assign", "--publish", "--effort", "2", "--lang", "en")
    #expect(third.status == 0)
    #expect(third.output.contains("Version 2"))
    #expect(third.output.contains("not confirmed by an officer"))
    #expect(third.lines.allSatisfy { $0.count <= 80 })
  }

  @Test("a draft is compared with what is in force; a run is listed, shown, computed again and taken away")
  func runs() throws {
    let daemon = try PrivateDaemon()
    try Self.loadSmallHouse(daemon)
    #expect(try daemon.ctl("plan", "diff").status == 1)
    #expect(try daemon.ctl("plan", "show").status == 1)
    let run = try daemon.ctl("assign", "--effort", "2", "--json=short").json()["run"] as? [String: Any] ?? [:]
    let id = try #require(run["id"] as? String)
    let diff = try daemon.ctl("plan", "diff", "--lang", "en")
    #expect(diff.lines.first == "3 new, 0 moved, 0 cancelled")
    #expect(diff.lines.count == 5)
    #expect(try daemon.ctl("plan", "show", "--lang", "en").output.contains("draft"))
    #expect(try daemon.ctl("plan", "publish").status == 0)
    #expect(try daemon.ctl("plan", "show", "1", "--lang", "en").output.contains("in force, version 1"))
    #expect(try daemon.ctl("plan", "show", "2").status == 1)
    #expect(try daemon.ctl("plan", "show", "x").status == 64)

    let list = try daemon.ctl("run", "list", "--lang", "en")
    #expect(list.output.contains(id))
    let shown = try daemon.ctl("run", "show", id, "--lang", "en")
    #expect(shown.output.contains("version 1"))
    for words in [["plan", "diff"], ["run", "list"], ["run", "show", id], ["plan", "show", "1"]] {
      for line in try daemon.screen(words) { #expect(line.count <= 80, "\(line)") }
    }
    // Lists are files for spreadsheets too, with every field by its name on the wire.
    #expect(try daemon.ctl("assign", "--effort", "2").status == 0)
    for (words, head, count) in [
      (["run", "list"], "id,startedAt,milliseconds,status,objective,", 2),
      (["run", "fairness", id], "waiting,holder,kind,loss", 0),
      (["plan", "diff"], "kind,session,request,", 0),
      (["session", "list", "--to", "2026-12-11"], "id,request,service,status,", 3), (["queue"], "rank,tier,points,", 3),
      (["notice", "list"], "id,kind,madeAt,session,", 3), (["review", "list"], "review,kind,madeAt,", 0),
      (["import", "list"], "import,kind,scope,madeAt,", 1), (["role", "list"], "uid,user,role,", 8),
      (["education", "list"], "id,topic,status,start,", 0), (["request", "list"], "id,inmate,number,service,", 3),
    ] {
      let file = try daemon.ctl(words: words + ["--format", "csv"])
      #expect(file.status == 0, "\(words): \(file.errors)")
      let lines = file.output.split(separator: "\r\n")
      #expect(lines.first?.hasPrefix(head) == true && lines.count == count + 1, "\(words): \(file.output)")
      let widths = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
      #expect(Set(widths).count == 1, "\(words): \(widths)")
      let reply = try daemon.ctl(words: words + ["--format", "json"])
      #expect(reply.status == 0)
      _ = try reply.json()
    }
    // Everybody is seen: nobody waits for a place that somebody below holds.
    #expect(run["exceptions"] as? Int == 0)
    #expect(shown.output.contains("nobody waits"))
    let fairness = try daemon.ctl("run", "fairness", id, "--lang", "en")
    #expect(fairness.status == 0 && fairness.output.contains("nobody waits"))
    #expect(try daemon.ctl("run", "fairness", "rn-00000000").status == 1)
    let replay = try daemon.ctl("run", "replay", id, "--lang", "en")
    #expect(replay.output == "The same plan came out, to the byte.\n")
    #expect(try daemon.ctl("run", "replay", "rn-00000000").status == 1)

    // What is taken away has numbers only, and the engine on a file comes to the same value.
    let instance = try daemon.ctl("run", "export", id)
    #expect(!instance.output.contains("CONTOH"))
    let file = daemon.folder.appending(path: "instance.json")
    try Data(instance.output.utf8).write(to: file)
    let answer = try Program.run("bankum-match", [file.path, "--effort", "2", "--fairness"]).json()
    #expect(answer["score"] as? Int == run["objective"] as? Int)
  }

  @Test("a draft is thrown away; what cannot be planned is refused with its reason")
  func refusals() throws {
    let daemon = try PrivateDaemon()
    // No calendar at all.
    let early = try daemon.ctl("assign", "--lang", "en")
    #expect(early.status == 1, "\(early.errors)")
    #expect(early.errors.contains("planning.missingFacts"))
    try Self.loadSmallHouse(daemon)
    #expect(try daemon.ctl("call", Self.methods[0], #"{"effort":2,"days":3}"#).status == 0)
    #expect(try daemon.ctl("plan", "discard", "--lang", "en").output == "The draft was thrown away.\n")
    #expect(try daemon.ctl("call", Self.methods[1]).status == 1)
    #expect(try daemon.ctl("call", Self.methods[2]).status == 1)
    let days = try daemon.ctl("assign", "--days", "61", "--lang", "en")
    #expect(days.status == 65)
    #expect(days.errors.contains("days: \"61\"; expected: a whole number from 1 to 60"))
  }

  /// The sample facility's house with three people who ask for counsel. All of them are invented.
  static func loadSmallHouse(_ daemon: PrivateDaemon) throws {
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds/rutan-medan")
    let folder = daemon.folder.appending(path: "house")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    for name in ["holidays", "partners", "advocates", "availability", "rooms", "blocks"] {
      try FileManager.default.copyItem(
        at: seeds.appending(path: "\(name).csv"), to: folder.appending(path: "\(name).csv"))
    }
    var people = "NO REG;Nama;Tgl Masuk;Blok\n"
    var requests = "No. Registrasi;Layanan;Tgl Permohonan;Cara\n"
    for number in 1...3 {
      people += "A.III.\(number)/2026;CONTOH REKAAN \(number);01/10/2026;A\n"
      requests += "A.III.\(number)/2026;konsultasi;02/11/2026;tertulis\n"
    }
    try Data(people.utf8).write(to: folder.appending(path: "inmates.csv"))
    try Data(requests.utf8).write(to: folder.appending(path: "requests.csv"))
    let outcome = try daemon.ctl("import", "house", folder.path)
    guard outcome.status == 0 else { throw PrivateDaemon.Failure(text: outcome.errors) }
  }
}
