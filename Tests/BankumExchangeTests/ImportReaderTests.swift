import BankumModel
import SeededNumbers
import Testing

@testable import BankumExchange

@Suite("Imports")
struct ImportReaderTests {
  @Test("Titles, another order, other names, unknown columns, blank rows: the same people")
  func dirt() throws {
    let clean = """
      Nama;No. Registrasi;Tgl Masuk;Alias 1;Blok;Lokasi Sel;Tgl Lahir;L/P;Kota Asal;Bahasa;Kebutuhan Khusus
      BUDI SANTOSO;A.III.123/2026;24/08/2026;KELING;A;12;17/08/1990;L;Kota Medan;Indonesia, Batak Toba;lantai dasar
      """
    let dirty = """
      DAFTAR PENGHUNI;;;;;;;;;;;
      per 23 November 2026;;;;;;;;;;;

      Foto;JENIS KELAMIN;NO REG;nama_lengkap;TGL. MASUK;ASAL;Blok;Kamar;"Tanggal\nLahir";bahasa;Kebutuhan;Nama Alias
      x;Laki-laki;AIII 123/2026;"  BUDI\u{A0}SANTOSO  als. KELING";24-08-26;KODYA  MEDAN;Blok A;12;33102;id/bbc;Ground Floor;-
      ;;;;;;;;;;;
      """
    let one = ImportReader.read(bytes(clean), as: InmateDraft.self)
    let other = ImportReader.read(TextEncoding.utf16LittleEndian.encode(dirty), as: InmateDraft.self)
    #expect(one.problems == [])
    #expect(other.problems == [])
    #expect(other.ignored.map(\.header) == ["Foto"])
    let (first, second) = (try #require(one.rows.first), try #require(other.rows.first))
    #expect(first.keys == second.keys)
    #expect(first.name == "BUDI SANTOSO" && first.aliases == ["KELING"] && second.aliases == ["KELING"])
    #expect(first.residence == .medan && second.residence == .medan)
    #expect(first.languages == second.languages && first.needs == second.needs && first.needs == [.accessibleRoom])
    #expect(second.block?.text == "A" && second.cell == "12" && second.sex == .male)
    #expect(second.places.place(of: "birthDate") == ImportPlace(line: 6, column: 9, header: "Tanggal Lahir"))
    #expect(second.places.place(of: "aliases[0]").column == 12)
    #expect(second.places.place(of: "nothing") == ImportPlace(line: 6))
  }

  @Test("Every error is listed at once, in the order of the file, with heading and value")
  func everyError() {
    let text = """
      Nama;No Reg;Tgl Masuk;L/P;Tgl Lahir
      ;A.III.1/2026;31/11/2026;L;
      BUDI;Z.9/2026;kapan;Q;24/12/2026
      """
    let reading = ImportReader.read(bytes(text), as: InmateDraft.self)
    #expect(reading.rows.isEmpty)
    #expect(
      reading.problems.map(short) == [
        "valueMissing@2:1", "dateNotReal@2:3", "registerNumberSyntax@3:2", "dateSyntax@3:3", "wordUnknown@3:4",
      ])
    #expect(reading.problems[1].place.header == "Tgl Masuk")
    #expect(reading.problems[1].value == "31/11/2026")
    #expect(reading.problems[4].parameters == ["L/male", "P/female"])
  }

  static let cases: [(ImportKind, String, String)] = [
    (.blocks, "", "fileEmpty@0:0"),
    (.blocks, "# only a note\n", "fileEmpty@0:0"),
    (.blocks, "Blok;Pengawal\n\"A;2\n", "unclosedQuote@2:1"),
    (.blocks, "Blok;Pengawal\n\"A\"x;2\n", "strayQuote@2:1"),
    (.blocks, "Blok;Pengawal\nA;2;3\n", "raggedRow@2:0"),
    (.blocks, "Blok;Pengawal\n", "noRows@0:0"),
    (.blocks, "Blok\nA\n", "headerMissing@1:0"),
    (.blocks, "Blok;Pengawal;escorts\nA;2;2\n", "headerTwice@1:3"),
    (.blocks, "Blok;Pengawal\nA;\n", "valueMissing@2:2"),
    (.blocks, "Blok;Pengawal\nA\u{202E};2\n", "hiddenCharacter@2:1"),
    (.blocks, "Blok;Pengawal\n\(String(repeating: "x", count: 41));2\n", "textTooLong@2:1"),
    (.blocks, "Blok;Pengawal\nA;two\n", "numberSyntax@2:2"),
    (.blocks, "Blok;Pengawal\nA;1001\n", "numberRange@2:2"),
    (.blocks, "Blok;Pengawal\nA;1\nBlok a;1\n", "duplicate@3:1"),
    (.blocks, "ID;Blok;Pengawal\nrq-00000000;A;1\n", "idSyntax@2:1"),
    (.hearings, "No Reg;Tanggal\nA.III.1/2026;soon\n", "dateSyntax@2:2"),
    (.hearings, "No Reg;Tanggal\nA.III.1/2026;30/2/2026\n", "dateNotReal@2:2"),
    (.hearings, "No Reg;Tanggal\nA.III.1/2026;30/1/0026\n", "dateImplausible@2:2"),
    (.hearings, "No Reg;Tanggal\nA.VI.1/2026;30/1/2026\n", "registerNumberSyntax@2:1"),
    (.hearings, "No Reg;Tanggal;Daring\nA.III.1/2026;30/1/2026;perhaps\n", "wordUnknown@2:3"),
    (.availability, "Advokat;Mulai;Jam\nX;30/1/2026;noon\n", "hoursSyntax@2:3"),
    (
      .requests, "No Reg;Layanan;Tgl Permohonan;Cara;Bahasa\nA.I.1/2026;konsultasi;1/2/2026;lisan;klingon\n",
      "languageSyntax@2:5"
    ),
    (.cases, "No Perkara;No Reg;Peran;Ancaman\n1;A.I.1/2026;terdakwa;berat\n", "threatSyntax@2:4"),
    (
      .cases, "No Perkara;No Reg;Peran;KUHAP\n1;A.I.1/2026;terdakwa;baru\n1;A.I.2/2026;terdakwa;lama\n",
      "contradiction@3:4"
    ),
    (.cases, "No Perkara;No Reg;Peran\n;A.I.1/2026;terdakwa\n", "neededToo@2:1"),
    (.keepapart, "WBP 1;WBP 2;Mulai;Alasan\nA.I.1/2026;AI 1/2026;1/2/2026;ancaman\n", "samePerson@2:2"),
    (
      .keepapart, "WBP 1;WBP 2;Mulai;Sampai;Alasan\nA.I.1/2026;A.I.2/2026;1/2/2026;1/1/2026;ancaman\n",
      "endBeforeStart@2:4"
    ),
    (.inmates, "Nama;No Reg;Tgl Masuk\nA;A.I.1/2026;1/2/2026\nB;AI-1/2026;1/2/2026\n", "duplicate@3:2"),
    (.inmates, "Nama;No Reg;Tgl Masuk;Kamar\nA;A.I.1/2026;1/2/2026;12\n", "neededToo@2:0"),
    (.holidays, "Jenis;Tanggal;Nama\ntutup;;x\n", "neededToo@2:2"),
    (
      .timetable,
      "Program;Jenis;Hari;Jam;Mulai\nRoti;bersertifikat;Senin;8:00-9:00;1/2/2026\n"
        + "roti;kegiatan kerja;Rabu;8:00-9:00;1/2/2026\n", "contradiction@3:2"
    ),
    (
      .mandates, "No Reg;Advokat;No. Surat Kuasa;Mulai;Berakhir;Alasan Berakhir\nA.I.1/2026;X;1;1/2/2026;;selesai\n",
      "neededToo@2:5"
    ),
    (.outcomes, "Hasil\nterlaksana\n", "neededToo@2:0"),
  ]

  @Test("Each thing that can be wrong has its code and its place", arguments: cases)
  func codes(kind: ImportKind, text: String, expected: String) {
    #expect(faults(kind, text).contains(expected), "\(faults(kind, text))")
  }

  @Test("Every code occurs in a test of this room")
  func allCodesOccur() {
    let elsewhere: Set<ImportProblem.Code> = [
      .fileTooLarge, .notSavedAsText, .binaryContent, .encodingInvalid, .tooManyRows, .tooManyFields, .fieldTooLong,
      .moreProblems,
    ]
    let here = Set(Self.cases.flatMap { $0.0.problems(of: bytes($0.1)).map(\.code) })
    #expect(here.union(elsewhere) == Set(ImportProblem.Code.allCases))
  }

  @Test("The first heading counts, and pages may repeat it")
  func repeatedHeading() {
    let reading = ImportReader.read(bytes("Blok;Pengawal\nA;2\n\nBlok;Pengawal\nB;1\n"), as: BlockDraft.self)
    #expect(reading.problems == [])
    #expect(reading.rows.map(\.name) == ["A", "B"])
    #expect(faults(.blocks, "Blok;Pengawal\nBlok;Pengawal\n") == ["noRows@0:0"])
  }

  @Test("More problems than the limit are counted")
  func limit() {
    let text = "Blok;Pengawal\n" + String(repeating: ";x\n", count: 10)
    let problems = ImportKind.blocks.problems(of: bytes(text), limits: ImportLimits(problems: 5))
    #expect(problems.count == 6)
    #expect(problems.last?.code == .moreProblems)
    #expect(problems.last?.parameters == ["15"])
  }

  @Test(
    "A template is read without a problem, names every column, and says that it is invented",
    arguments: ImportKind.allCases)
  func templates(kind: ImportKind) {
    for separator in Separator.allCases {
      let template = kind.template(separator: separator)
      #expect(faults(kind, template) == [], "\(template)")
      #expect(template.hasPrefix("# \(kind.code): invented"))
      let heading = ReadTable(bytes(template)).rows.first?.texts
      #expect(heading == kind.headings.map { $0.names[0] })
    }
  }

  @Test("No column of a kind has another column's name", arguments: ImportKind.allCases)
  func names(kind: ImportKind) {
    var owners: [String: String] = [:]
    for heading in kind.headings {
      for name in Set(heading.names.map { TextKey.of($0) }) {
        #expect(owners.updateValue(heading.field, forKey: name) == nil, "\(name)")
      }
    }
  }

  @Test("Kinds are loaded in an order that has all of them")
  func loadOrder() {
    #expect(Set(ImportKind.loadOrder) == Set(ImportKind.allCases))
    #expect(ImportKind.loadOrder.count == ImportKind.allCases.count)
  }

  @Test("No bytes whatever stop the reader: templates with mutations")
  func mutations() {
    var dice = SeededGenerator(seed: 3)
    for round in 0..<6000 {
      let kind = ImportKind.allCases[round % ImportKind.allCases.count]
      let encoding = TextEncoding.allCases[Int.random(in: 0..<4, using: &dice)]
      var file = encoding.encode(kind.template(separator: Separator.allCases[round % 3]))
      for _ in 0..<Int.random(in: 1...8, using: &dice) {
        let place = Int.random(in: 0..<file.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: file[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: file.remove(at: place)
        case 2: file.insert(contentsOf: bytes(dice.text()), at: place)
        case 3: file.removeLast(min(file.count - 1, Int.random(in: 0...20, using: &dice)))
        default: file.insert(contentsOf: file[place...].prefix(40), at: Int.random(in: 0...place, using: &dice))
        }
        if file.isEmpty { file = [0] }
      }
      for problem in kind.problems(of: file) { #expect(problem.value.utf8.count <= 200) }
    }
  }
}
