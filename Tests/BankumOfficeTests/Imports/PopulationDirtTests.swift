import BankumExchange
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("The dirt of a population file")
struct PopulationDirtTests {
  /// The same man in files as offices have them.
  static let files: [(String, [UInt8])] = [
    (
      "plain",
      utf8("NO REG,Nama,Tgl Masuk,Tgl Ekspirasi,Alias\nA.III.123/2026,BUDI REKAAN,01/10/2026,29/12/2026,UCOK\n")
    ),
    (
      "columns in another order, titles above, a number in front",
      utf8(
        "DAFTAR PENGHUNI;;;;;\n\nNo;Alias 1;Tanggal Masuk;Nama Lengkap;Nomor Register;Expiry date\n"
          + "1;UCOK;01-10-2026;BUDI REKAAN;A.III.123/2026;29-12-2026\n")
    ),
    (
      "Excel serials",
      utf8("NO REG;Nama;Tgl Masuk;Alias\nA.III. 123/2026;BUDI REKAAN;46296;UCOK\n")
    ),
    (
      "AIII",
      utf8("no. registrasi;NAMA;tgl_masuk;alias\nAIII 123/2026;BUDI REKAAN;1/10/2026;UCOK\n")
    ),
    (
      "A3 and tabs",
      utf8("NO REG\tNama\tTgl Masuk\tAlias\nA3-123/2026\tBUDI REKAAN\t2026-10-01\tUCOK\n")
    ),
    (
      "alias in the name",
      utf8("NO REG;Nama;Tgl Masuk\nA III 123/2026;BUDI REKAAN alias UCOK;01/10/2026\n")
    ),
    (
      "als. in the name",
      utf8("NO REG;Nama;Tgl Masuk\na.iii.0123/2026;BUDI REKAAN als. UCOK;01/10/26\n")
    ),
    (
      "spaces and CRLF",
      utf8("NO REG ; Nama ; Tgl Masuk ; Alias\r\n A.III.123/2026 ;BUDI  REKAAN ; 01/10/2026; UCOK \r\n")
    ),
    (
      "sep line",
      utf8("sep=;\nNO REG;Nama;Tgl Masuk;Alias\nA.III.123/2026;BUDI REKAAN;01/10/2026;UCOK\n")
    ),
    ("UTF-8 with a mark", TextEncoding.utf8WithMark.encode(clean)),
    ("UTF-16, small end first", TextEncoding.utf16LittleEndian.encode(clean)),
    ("UTF-16, big end first", TextEncoding.utf16BigEndian.encode(clean)),
    ("UTF-16 without a mark", Array(TextEncoding.utf16LittleEndian.encode(clean).dropFirst(2))),
    (
      "quotes",
      utf8("\"NO REG\";\"Nama\";\"Tgl Masuk\";\"Alias\"\n\"A.III.123/2026\";\"BUDI REKAAN\";\"01/10/2026\";\"UCOK\"\n")
    ),
    (
      "a formula guard",
      utf8("NO REG;Nama;Tgl Masuk;Alias\n=\"A.III.123/2026\";BUDI REKAAN;01/10/2026;UCOK\n")
    ),
    (
      "an hour behind the date",
      utf8("NO REG;Nama;Tgl Masuk;Alias\nA.III.123/2026;BUDI REKAAN;01/10/2026 00:00:00;UCOK\n")
    ),
    (
      "a month by name",
      utf8("NO REG;Nama;Tgl Masuk;Alias\nA.III.123/2026;BUDI REKAAN;1 Oktober 2026;UCOK\n")
    ),
  ]

  private static let clean = "NO REG;Nama;Tgl Masuk;Alias\nA.III.123/2026;BUDI REKAAN;01/10/2026;UCOK\n"
  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("does not keep a man from being found", arguments: files)
  func found(name: String, bytes: [UInt8]) async throws {
    let test = try await TestOffice.prepared()
    try await test.take(ImportFile(kind: .inmates, name: "inmates.csv", bytes: bytes))
    let inmate = try #require(try await test.inmates().first)
    #expect(inmate.name == "BUDI REKAAN" && inmate.aliases == ["UCOK"])
    #expect(inmate.registerNumber?.text == "A.III.123/2026")
    #expect(inmate.enteredOn.text == "2026-10-01")
  }

  @Test("a workbook is told to be saved as CSV, and what it is")
  func workbook() async throws {
    let test = try await TestOffice.prepared()
    let bytes = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array("[Content_Types].xml".utf8)
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(place: "inmates.xlsx", value: nil, expected: .inFile(.notSavedAsText, ["xlsx"]))
      ])
    ) { try await test.take(ImportFile(kind: .inmates, name: "inmates.xlsx", bytes: bytes)) }
  }

  @Test("every wrong cell of ten thousand lines is named at once, in the order of the lines")
  func manyProblems() async throws {
    let test = try await TestOffice.prepared()
    var text = "NO REG;Nama;Tgl Masuk\n"
    for index in 1...5_500 { text += "X\(index);;31/02/2026\n" }
    let bytes = Array(text.utf8)
    let error = await #expect(throws: OfficeError.self) {
      try await test.take(ImportFile(kind: .inmates, name: "inmates.csv", bytes: bytes))
    }
    guard case .invalid(let problems)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.count == 10_001)
    #expect(
      problems.prefix(4).map(\.place) == [
        "inmates.csv:2:1", "inmates.csv:2:2", "inmates.csv:2:3", "inmates.csv:3:1",
      ])
    #expect(problems.last?.expected == .inFile(.moreProblems, ["6500"]))
    #expect(try await test.inmates().isEmpty)
  }

  @Test("problems of reading and of joining stand in the order of lines")
  func order() async throws {
    let test = try await TestOffice.prepared()
    let bytes = Array("NO REG;Nama;Tgl Masuk;Blok\nA.III.1/2026;SATU;01/10/2026;Z\nA.III.2/2026;DUA;kemarin;\n".utf8)
    await #expect(
      throws: OfficeError.invalid([
        OfficeProblem(place: "inmates.csv:2:4", value: "Z", expected: .unknownName),
        OfficeProblem(place: "inmates.csv:3:3", value: "kemarin", expected: .inFile(.dateSyntax, [])),
      ])
    ) { try await test.take(ImportFile(kind: .inmates, name: "inmates.csv", bytes: bytes)) }
  }
}
