import BankumExchange
import BankumModel
import BankumStore
import BankumTesting
import Testing

@testable import BankumOffice

@Suite("An import")
struct ImportTests {
  @Test("of the sample facility finds everybody and everything, and the second time changes nothing")
  func sample() async throws {
    let test = try await TestOffice.prepared()
    let files = try SampleFiles.all()
    let first = try await test.office.importFiles(files, isDryRun: false, TestOffice.order())
    #expect(first.lines.allSatisfy { $0.changed == 0 && $0.same == 0 && $0.doubtful == 0 })
    #expect(first.lines.first { $0.kind == .inmates }?.added == 3_290)
    #expect(first.lines.first { $0.kind == .requests }?.added == 900)
    let again = try await test.office.importFiles(files, isDryRun: false, TestOffice.order())
    #expect(again.lines.allSatisfy { $0.added == 0 && $0.changed == 0 })
    let counts = try await test.office.countHouse(for: TestOffice.registrar)
    #expect(counts.inmates == 3_290)
    #expect(counts.openRequests == 900)
    #expect(try await test.office.register.readUnaudited { try $0.check() }.isEmpty)
  }

  @Test("with one bad cell names its place, in every file, and writes nothing")
  func badCell() async throws {
    let test = try await TestOffice.prepared()
    let files = [
      Self.file(.blocks, "Blok;Jenis;Pengawal\nA;biasa;2\nB;biasa;dua\n"),
      Self.file(.rooms, "Nama Ruang;Jenis;Tertutup;Akses;Tempat\nKonsultasi 1;konsultasi;ya;ya;x\n"),
    ]
    let error = await #expect(throws: OfficeError.self) {
      try await test.office.importFiles(files, isDryRun: false, TestOffice.order())
    }
    guard case .invalid(let problems)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.map(\.place) == ["blocks.csv:3:3", "rooms.csv:2:5"])
    #expect(problems.map(\.value) == ["dua", "x"])
    let blocks = try await test.office.register.readUnaudited { try $0.count(Block.self) }
    #expect(blocks == 0)
  }

  @Test("that names somebody unknown says where")
  func unknownPerson() async throws {
    let test = try await TestOffice.prepared()
    let file = Self.file(
      .hearings, "No. Registrasi;Tgl Sidang;Pengadilan\nA.III.7/2026;25/11/2026;PN Medan\n")
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(place: "hearings.csv:2:1", value: "A.III.7/2026", expected: .unknownInmate)
      ])
    ) {
      try await test.office.importFiles([file], isDryRun: false, TestOffice.order())
    }
  }

  @Test("knows somebody under a new number, keeps the old one, and never guesses between two")
  func stages() async throws {
    let test = try await TestOffice.prepared()
    let head = "NO REG;Nama;Tgl Masuk;Tanggal Lahir\n"
    let first = head + "A.II.5/2026;BUDI CONTOH REKAAN;01/10/2026;02/03/1990\n"
    _ = try await test.office.importFiles([Self.file(.inmates, first)], isDryRun: false, TestOffice.order())
    let second = head + "A.III.9/2026;BUDI CONTOH REKAAN;01/10/2026;02/03/1990\n"
    let moved = try await test.office.importFiles(
      [Self.file(.inmates, second)], isDryRun: false, TestOffice.order())
    #expect(moved.lines == [ImportReport.Line(kind: .inmates, added: 0, changed: 1, same: 0)])
    let people = try await test.office.register.readUnaudited { try $0.all(Inmate.self) }
    #expect(people.count == 1)
    #expect(people.first?.registerEntries.map(\.number.text) == ["A.II.5/2026", "A.III.9/2026"])
    let two = head + "A.III.10/2026;BUDI CONTOH REKAAN;01/10/2026;\nA.III.11/2026;BUDI CONTOH REKAAN;01/10/2026;\n"
    let doubtful = try await test.office.importFiles(
      [Self.file(.inmates, two)], isDryRun: false, TestOffice.order())
    #expect(doubtful.lines.first?.doubtful == 2)
    let entries = try await test.office.register.readUnaudited { try $0.list(Filter<ReviewEntry>.open) }
    #expect(entries.map(\.kind) == ["samePerson", "samePerson"])
  }

  @Test("takes odd letters as they are, counts them, and counts none twice")
  func oddLetters() async throws {
    let test = try await TestOffice.prepared()
    let people = Self.file(
      .inmates, "NO REG;Nama;Tgl Masuk;Tanggal Lahir\nA.III.9/2026;BUDI CONTOH REKAAN;01/10/2026;02/03/1990\n")
    let head = "No. Registrasi;Tahap;KUHAP;Jenis;No. Surat;Tgl Mulai;Tgl Berakhir\n"
    let right = "A.III.9/2026;A.III;baru;pertama;P-1;01/10/2026;30/10/2026\n"
    // No extension has so many days, and twelve days lie between it and the order.
    let odd = "A.III.9/2026;A.III;baru;perpanjangan;P-2;12/11/2026;31/05/2027\n"
    let report = try await test.office.importFiles(
      [people, Self.file(.terms, head + right + odd)], isDryRun: false, TestOffice.order())
    #expect(report.oddTerms == 1)
    let listed = try await test.office.listTerms(
      of: nil, stage: nil, endsBy: nil, isOdd: true, Page(), TestOffice.registrar, method: "test")
    #expect(listed.values.map(\.term.letter) == ["P-2"])
    #expect(listed.values.first?.findings.map(\.code) == ["longerThanTable", "gap"])
    let again = try await test.office.importFiles(
      [Self.file(.terms, head + right + odd)], isDryRun: false, TestOffice.order())
    #expect(again.oddTerms == 0)
  }

  @Test("that is dry writes nothing; the same key imports once")
  func dryAndRepeated() async throws {
    let test = try await TestOffice.prepared()
    let file = Self.file(.blocks, "Blok;Jenis;Pengawal\nA;biasa;2\n")
    let dry = try await test.office.importFiles([file], isDryRun: true, TestOffice.order())
    #expect(dry.number == nil)
    #expect(dry.lines.first?.added == 1)
    #expect(try await test.office.register.readUnaudited { try $0.count(Block.self) } == 0)
    let order: WriteOrder<ImportReport> = TestOffice.order("k")
    let one = try await test.office.importFiles([file], isDryRun: false, order)
    let repeated = await #expect(throws: RepeatedCall.self) {
      try await test.office.importFiles([file], isDryRun: false, order)
    }
    #expect(repeated?.reply == order.reply(one))
    #expect(try await test.office.register.readUnaudited { try $0.count(ImportBatch.self) } == 1)
  }

  static func file(_ kind: ImportKind, _ text: String) -> ImportFile {
    ImportFile(kind: kind, name: kind.fileName, bytes: Array(text.utf8))
  }
}
