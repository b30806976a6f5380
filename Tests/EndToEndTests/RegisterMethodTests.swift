import Foundation
import Testing

@Suite("The register, through the client")
struct RegisterMethodTests {
  /// Each method with the verbs that call it, in the order in which they are run against one daemon, and the status
  /// with which they end. `{N}` is the id that the N-th line made.
  static let steps: [(method: String, words: String, status: Int32)] = [
    (
      "org.bankum.Registry.AddInmate", "inmate add 'CONTOH BARU' A.II.50/2026 --block A --cell 3 --entered 2026-11-02",
      0
    ),
    ("org.bankum.Registry.AddInmate", "inmate add 'CONTOH BARU' A.II.51/2026", 1),
    ("org.bankum.Registry.AddInmate", "inmate add 'CONTOH BARU' nonsense --born 1990-13-01 --languages xxxx", 65),
    ("org.bankum.Registry.SetInmate", "inmate set A.II.50/2026 --serial NI-50 --needs interpreter --alias SATU", 0),
    ("org.bankum.Registry.SetInmate", "inmate set A.II.50/2026", 65),
    ("org.bankum.Registry.FindInmates", "inmate show NI-50", 0),
    ("org.bankum.Registry.ShowInmate", "inmate show A.III.1/2026", 0),
    ("org.bankum.Registry.ShowInmate", "inmate show A.III.77/2026", 1),
    ("org.bankum.Registry.ListInmates", "inmate list --search contoh --block A", 0),
    ("org.bankum.Registry.ListInmates", "inmate list --block Z", 1),
    ("org.bankum.Registry.MoveInmate", "inmate move NI-50 B 2", 0),
    ("org.bankum.Registry.RenumberInmate", "inmate renumber NI-50 A.III.52/2026", 0),
    ("org.bankum.Registry.RenumberInmate", "inmate renumber NI-50 A.III.1/2026", 1),
    ("org.bankum.Registry.SendInmateAway", "inmate away NI-50 2026-11-24.. --reason hospital", 0),
    ("org.bankum.Registry.SendInmateAway", "inmate away NI-50 2026-11-26..2026-11-25 --reason bon", 65),
    ("org.bankum.Registry.SendInmateAway", "inmate away NI-50 2026-11-26", 64),
    ("org.bankum.Registry.BringInmateBack", "inmate back NI-50 --on 2026-11-25", 0),
    (
      "org.bankum.Registry.AddTerm",
      "term add NI-50 --stage A.III --law new --letter P/1 --from 2026-11-02 --to 2027-01-30", 0
    ),
    ("org.bankum.Registry.AddTerm", "term add NI-50 --stage A.III --law new --letter P/2 --from 2026-02-30 --to x", 65),
    ("org.bankum.Registry.ListTerms", "term list --stage A.III", 0),
    ("org.bankum.Registry.AddHearing", "hearing add NI-50 2026-11-26 --court 'PN Medan'", 0),
    ("org.bankum.Registry.MoveHearing", "hearing move {20} 2026-11-27", 0),
    ("org.bankum.Registry.ListHearings", "hearing list --from 2026-11-23 --to 2026-11-30", 0),
    ("org.bankum.Registry.CancelHearing", "hearing cancel {20}", 0),
    ("org.bankum.Registry.CancelHearing", "hearing cancel {20}", 1),
    ("org.bankum.Registry.ListCases", "case list", 0),
    ("org.bankum.Registry.ShowCase", "case show 12/Pid.B/2026", 0),
    (
      "org.bankum.Registry.LinkParties", "case link 12/Pid.B/2026 A.III.1/2026 A.III.2/2026 --as joint --reason satu", 0
    ),
    ("org.bankum.Registry.LinkCases", "case link 12/Pid.B/2026 --file 13/Pid.B/2026", 0),
    ("org.bankum.Registry.AddKeepApart", "keepapart add A.III.2/2026 A.III.3/2026 --reason fight", 0),
    ("org.bankum.Registry.ListKeepApart", "keepapart list", 0),
    ("org.bankum.Registry.RemoveKeepApart", "keepapart remove {29}", 0),
    ("org.bankum.Registry.ListPartners", "partner list", 0),
    ("org.bankum.Registry.ListPartners", "partner show Contoh", 1),
    ("org.bankum.Registry.SetPartner", "partner set {P} --capacity 90 --quota 12", 0),
    ("org.bankum.Registry.SetPartner", "partner set {P} --quota many --agreement-to never", 65),
    (
      "org.bankum.Registry.AddAdvocate", "advocate add 'Contoh Paralegal' --kind paralegal --sex female --partner {P}",
      0
    ),
    ("org.bankum.Registry.AddAdvocate", "advocate add 'Contoh Lain' --sex female", 64),
    ("org.bankum.Registry.SetAdvocate", "advocate set {36} --skills appeal --daily-cap 4", 0),
    ("org.bankum.Registry.ListAdvocates", "advocate list --partner {P}", 0),
    ("org.bankum.Registry.ListAdvocates", "advocate show {36}", 0),
    ("org.bankum.Registry.SetAdvocateAbsent", "advocate absent 2026-11-24..2026-11-25 --advocate {36}", 0),
    ("org.bankum.Registry.AddAvailability", "availability add 08:00-11:00 --weekday mon --advocate {36}", 0),
    ("org.bankum.Registry.AddAvailability", "availability add 11:00-08:00 --weekday mon --advocate {36}", 65),
    ("org.bankum.Registry.ConfirmAvailability", "availability confirm {42}", 0),
    ("org.bankum.Registry.ListAvailability", "availability list --advocate {36}", 0),
    ("org.bankum.Registry.RemoveAvailability", "availability remove {42}", 0),
    ("org.bankum.Registry.AddMandate", "mandate add NI-50 --advocate {36} --letter SK/1", 1),
    ("org.bankum.Registry.AddMandate", "mandate add NI-50 --advocate {A} --letter SK/1", 0),
    ("org.bankum.Registry.ListMandates", "mandate list NI-50", 0),
    ("org.bankum.Registry.EndMandate", "mandate end {48} --reason finished", 0),
    ("org.bankum.Registry.EndAdvocate", "advocate end {36}", 0),
    ("org.bankum.Registry.ListRooms", "room list", 0),
    ("org.bankum.Registry.BlockRoom", "room block {R} 2026-11-24..2026-11-25 --reason cat", 0),
    ("org.bankum.Registry.BlockRoom", "room block {R} 2026-11-24.. --hours 9-10 --reason cat", 65),
    ("org.bankum.Registry.UnblockRoom", "room unblock {R} --on 2026-11-24", 0),
    ("org.bankum.Registry.ListBlocks", "block list", 0),
    ("org.bankum.Registry.SetBlock", "block set A --escorts 6", 0),
    ("org.bankum.Registry.SetBlock", "block set A --escorts 6000", 65),
    ("org.bankum.Registry.CloseDays", "calendar close 2026-12-09 --scope national --reason pilkada", 0),
    ("org.bankum.Registry.OpenDays", "calendar open 2026-12-05 --hours 08:00-11:00 --reason tambahan", 0),
    (
      "org.bankum.Registry.SetDayHours", "calendar hours --from 2027-02-08 --to 2027-03-09 --weekday fri 08:00-11:30", 0
    ),
    ("org.bankum.Registry.ListCalendar", "calendar list --from 2026-11-23 --to 2027-03-31", 0),
    ("org.bankum.Registry.ListTraining", "training list", 0),
    ("org.bankum.Registry.SetTraining", "training set {T} 08:00-10:00 --weekday wed", 0),
    ("org.bankum.Registry.ListRules", "rule list detention.new --authority law", 0),
    (
      "org.bankum.Registry.SetRule", "rule set detention.new.A.V.extension 40 --source 'UU 20/2025' --from 2026-11-01",
      0
    ),
    ("org.bankum.Registry.SetRule", "rule set detention.new.A.V.extension forty --source x", 65),
    ("org.bankum.Registry.ConfirmRule", "rule confirm detention.new.A.V.extension --from 2026-11-01", 0),
    ("org.bankum.Registry.ShowRule", "rule show detention.new.A.V.extension", 0),
    ("org.bankum.Registry.ShowRule", "rule history detention.new.A.V.extension", 0),
    ("org.bankum.Registry.DepartInmate", "inmate release NI-50", 0),
    ("org.bankum.Registry.DepartInmate", "inmate transfer NI-50", 1),
    ("org.bankum.Registry.ReinstateInmate", "inmate reinstate NI-50", 0),
    ("org.bankum.Registry.AddInmate", "inmate add 'CONTOH KEDUA' A.II.60/2026 --entered 2026-11-02", 0),
    ("org.bankum.Registry.MergeInmates", "inmate merge NI-50 A.II.60/2026", 0),
  ]

  @Test("every verb does what it says, refuses what it must, and its lists fit 80 columns")
  func verbs() throws {
    let daemon = try PrivateDaemon()
    try Self.load(daemon)
    var ids: [Int: String] = [:]
    let names = try Self.names(daemon)
    for (index, step) in Self.steps.enumerated() {
      var line = step.words
      for (name, id) in names { line = line.replacingOccurrences(of: "{\(name)}", with: id) }
      for (number, id) in ids { line = line.replacingOccurrences(of: "{\(number)}", with: id) }
      let outcome = try daemon.ctl(words: Self.words(line) + ["--lang", "en"])
      #expect(outcome.status == step.status, "\(index) \(line): \(outcome.errors)\(outcome.output)")
      if step.status == 0, line.contains(" list") || line.contains(" show ") || line.contains(" history ") {
        let screen = try daemon.screen(Self.words(line))
        #expect(!screen.isEmpty && screen.allSatisfy { $0.count <= 80 }, "\(line): \(screen)")
      }
      if outcome.status != 0 { #expect(outcome.errors.split(separator: "\n").count >= 1, "\(line)") }
      if let id = outcome.output.split(separator: "\n").first?.split(separator: ": ").last, id.contains("-") {
        ids[index] = String(id)
      }
    }
    let warned = try daemon.ctl(
      words: Self.words("term add NI-50 --stage A.III --letter P/9 --from 2027-02-03 --to 2027-02-04 --lang en"))
    #expect(warned.output.contains("Look at this: 3 days before it are covered by no detention order."))
    #expect(try daemon.ctl("inmate", "show", "NI-50", "--lang", "id").output.contains("A.III.52/2026"))
  }

  @Test("what a value must be is told in the language of the reader; nobody enters the house in the future")
  func expectations() throws {
    let daemon = try PrivateDaemon()
    try Self.load(daemon)
    let cases = [
      ("inmate add 'CONTOH KETIGA' A.II.70/2026 --entered 2026-11-24", "enteredOn: \"2026-11-24\"", "2026-11-23"),
      ("inmate set A.III.1/2026 --entered 2026-11-24", "enteredOn: \"2026-11-24\"", "2026-11-23"),
      ("inmate add '' A.II.70/2026", "name:", "isian; kolom ini wajib diisi"),
      ("inmate set A.III.1/2026 --languages ''", "languages:", "sedikitnya satu bahasa"),
      ("inmate merge A.III.1/2026 A.III.1/2026", "other:", "orang lain"),
      ("rule set import.departureLimit abc --source x", "value: \"abc\"", "bilangan bulat 0 sampai 1000 (per mil)"),
      ("partner set pa-FR75Q63Y --share 2000", "sharePerMille: \"2000\"", "0 sampai 1000"),
    ]
    for (line, place, expected) in cases {
      let outcome = try daemon.ctl(words: Self.words(line) + ["--lang", "id"])
      #expect(outcome.status == 65, "\(line): \(outcome.errors)")
      #expect(outcome.errors.contains(place) && outcome.errors.contains(expected), "\(line): \(outcome.errors)")
    }
    #expect(try daemon.ctl("rule", "show", "import.departureLimit", "--lang", "id").output.contains("bilangan bulat"))
    #expect(try daemon.ctl("docket", "--page-lines", "0").status == 64)
  }

  @Test("a number of several people lists them and does nothing; a list is a file for spreadsheets too")
  func candidatesAndFiles() throws {
    let daemon = try PrivateDaemon()
    try Self.load(daemon)
    // One paper that names two people.
    for number in ["1", "2"] {
      #expect(try daemon.ctl("inmate", "set", "A.III.\(number)/2026", "--serial", "NI-9").status == 0)
    }
    let several = try daemon.ctl("inmate", "release", "NI-9", "--lang", "en")
    #expect(several.status == 64)
    #expect(several.errors.contains("CONTOH REKAAN 1"))
    #expect(several.errors.contains("CONTOH REKAAN 2"))
    let over = try daemon.ctl("call", "org.bankum.Registry.ShowInmate", #"{"inmate":"NI-9"}"#)
    #expect(over.status == 65)
    let file = try daemon.ctl("inmate", "list", "--format", "csv")
    let heading = "id,name,number,block,cell,stage,termEnds,daysLeft,termBand,presence,away,enteredOn\r\n"
    #expect(file.output.hasPrefix(heading))
    #expect(file.output.components(separatedBy: "\r\n").count == 5)
    let json = try daemon.ctl("inmate", "list", "--format", "json").json()
    #expect((json["inmates"] as? [[String: Any]])?.count == 3)
    #expect(json["total"] as? Int == 3)
    let bad = try daemon.ctl(
      words: Self.words("inmate add X nonsense --born 1990-13-01 --languages xxxx --lang en"))
    for place in ["number", "birthDate", "languages[0]"] { #expect(bad.errors.contains(place), "\(bad.errors)") }
  }

  /// Cuts a line as a shell would.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }

  /// Ids that the sample's files gave: a partner, one of its advocates, a room, a programme.
  static func names(_ daemon: PrivateDaemon) throws -> [String: String] {
    func all(_ words: String..., list: String) throws -> [[String: Any]] {
      try daemon.ctl(words: words + ["--json=short"]).json()[list] as? [[String: Any]] ?? []
    }
    let advocates = try all("advocate", "list", list: "advocates")
    let advocate = try #require(advocates.first { $0["kind"] as? String == "advocate" })
    return [
      "A": advocate["id"] as? String ?? "", "P": advocate["partner"] as? String ?? "",
      "R": try all("room", "list", list: "rooms").first?["id"] as? String ?? "",
      "T": try all("training", "list", list: "training").first?["id"] as? String ?? "",
    ]
  }

  static func load(_ daemon: PrivateDaemon) throws {
    try ScheduleMethodTests.loadSmallHouse(daemon)
    let timetable = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds/rutan-medan/timetable.csv")
    let cases = """
      No. Perkara;No. Registrasi;Peran;KUHAP
      12/Pid.B/2026;A.III.1/2026;terdakwa;baru
      12/Pid.B/2026;A.III.2/2026;terdakwa;baru
      13/Pid.B/2026;A.III.3/2026;terdakwa;baru

      """
    #expect(try daemon.ctl("import", "timetable", timetable.path).status == 0)
    let outcome = try daemon.ctl(words: ["import", "cases", "-", "--lang", "en"], input: cases)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
