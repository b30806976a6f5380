import Foundation
import Testing

@Suite("Education, through the client")
struct EducationMethodTests {
  static let methods = [
    "org.bankum.Schedule.ListEducation", "org.bankum.Schedule.ProposeEducation",
    "org.bankum.Schedule.ConfirmEducation", "org.bankum.Schedule.CancelEducation",
    "org.bankum.Schedule.RecordAttendance",
  ]

  @Test("is proposed, shown, confirmed, called off; what is wrong is told with its place")
  func wholeWay() throws {
    let daemon = try PrivateDaemon()
    try ScheduleMethodTests.loadSmallHouse(daemon)
    try Self.loadPeople(daemon)
    // Of the sample facility: an advocate who comes on Thursday mornings.
    let create = [
      "education", "create", "--topic", "Hak tahanan", "--date", "2026-11-26", "--start", "09:00", "--minutes", "120",
      "--partner", "pa-FR75Q63Y", "--advocate", "ad-GMQYVCYJ", "--size",
    ]
    func run(_ words: [String]) throws -> Program.Outcome {
      try Program.run("bankumctl", words, environment: ["BANKUM_SOCKET": daemon.socket], input: "")
    }
    let wrong = try run(create + ["14", "--lang", "en"])
    #expect(wrong.status == 65 && wrong.errors.contains("size: \"14\""), "\(wrong.errors)")
    let proposed = try run(create + ["15", "--json=short"])
    let event = try #require(try proposed.json()["event"] as? String, "\(proposed.errors)")
    let table = try daemon.ctl("education", "list", "--lang", "en")
    #expect(table.output.contains(event) && table.output.contains("proposed"))
    for language in ["id", "en"] {
      for words in [["education", "list"], ["education", "show", event]] {
        let screen = try daemon.screen(words + ["--lang", language])
        #expect(screen.count >= 2 && screen.allSatisfy { $0.count <= 80 }, "\(screen)")
      }
    }
    #expect(try daemon.ctl("education", "confirm", event).status == 0)
    let sheet = try daemon.ctl("education", "show", event, "--lang", "id")
    #expect(sheet.output.contains("Hak tahanan") && sheet.output.contains("REKAAN"))
    let early = try daemon.ctl("education", "attendance", event, "--all", "--lang", "en")
    #expect(early.status == 1 && early.errors.contains("has not begun"))
    #expect(try daemon.ctl("education", "cancel", event).status == 0)
    #expect(try daemon.ctl("education", "show", event, "--json=short").output.contains("cancelled"))
  }

  /// Twenty more people, all of them invented, in blocks that can send that many.
  static func loadPeople(_ daemon: PrivateDaemon) throws {
    var people = "NO REG;Nama;Tgl Masuk;Blok\n"
    let blocks = ["A", "B", "C", "Blok E", "F", "G"]
    for number in 10..<40 {
      people += "A.III.\(number)/2026;CONTOH REKAAN \(number);01/09/2026;\(blocks[number % blocks.count])\n"
    }
    let file = daemon.folder.appending(path: "people.csv")
    try Data(people.utf8).write(to: file)
    let blockFile = daemon.folder.appending(path: "blocks.csv")
    let rows = blocks.map { "\($0);biasa;6;0" }.joined(separator: "\n")
    try Data("Blok;Jenis;Pengawal;Menit Jemput\n\(rows)\n".utf8).write(to: blockFile)
    for (kind, path) in [("blocks", blockFile.path), ("inmates", file.path)] {
      let outcome = try daemon.ctl("import", kind, path)
      guard outcome.status == 0 else { throw PrivateDaemon.Failure(text: outcome.errors) }
    }
  }
}
