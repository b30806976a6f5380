import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct RegisterTests {
  @Test(arguments: [
    ("A.III", RegisterBook.trial), ("AIII", .trial), ("A III", .trial), ("A3", .trial), ("a.iii", .trial),
    ("A-III", .trial), (" A. 3 ", .trial), ("A.I", .investigation), ("AII", .prosecution), ("A.IV", .appeal),
    ("A4", .appeal), ("AV", .cassation), ("A 5", .cassation), ("BI", .longSentence), ("B.IIa", .mediumSentence),
    ("B.II.A", .mediumSentence), ("b2a", .mediumSentence), ("BIIb", .shortSentence), ("B.III", .lightImprisonment),
    ("B.IIIs", .insteadOfFine), ("BIII S", .insteadOfFine), ("sh", .life), ("MT", .death), ("C", .hostage),
    ("A\u{A0}III", .trial),
  ])
  func `Codes are read however they are written`(text: String, book: RegisterBook) throws {
    #expect(try RegisterBook(parsing: text) == book)
  }

  @Test(arguments: [
    "", "A", "B", "AVI", "A6", "A0", "B.II", "BII", "B2", "D", "A.III.1", "AIIII", "X.I", "A.lll", "Ａ３",
  ])
  func `What names no book is refused`(text: String) {
    #expect(throws: ModelError.self) { try RegisterBook(parsing: text) }
  }

  @Test func `Every book is read from its own code and knows its stage`() throws {
    for book in RegisterBook.allCases { #expect(try RegisterBook(parsing: book.code) == book) }
    for stage in DetentionStage.allCases {
      #expect(RegisterBook(stage).stage == stage)
      #expect(RegisterBook(stage).isDetainee)
    }
    #expect(RegisterBook.allCases.filter(\.isDetainee).count == 5)
    #expect(DetentionStage.allCases.sorted() == DetentionStage.allCases)
  }

  @Test(arguments: [
    ("A.III. 123/2026", "A.III.123/2026"), ("AIII 123/2026", "A.III.123/2026"), ("a3-123/2026", "A.III.123/2026"),
    ("BI.N. 45/2025", "B.I.N.45/2025"), ("B.IIa.7/2026", "B.IIa.7/2026"), ("BIIA N 0007 / 2026", "B.IIa.N.7/2026"),
    ("A.IV.N.9/2026", "A.IV.N.9/2026"), (" A.I.1/2026 ", "A.I.1/2026"), ("BIIIS.3/2026", "B.IIIs.3/2026"),
  ])
  func `Numbers have one clean form`(dirty: String, clean: String) throws {
    #expect(try RegisterNumber(parsing: dirty).text == clean)
    #expect(try RegisterNumber(parsing: clean).text == clean)
  }

  @Test(arguments: [
    "", "/", "A.III", "123/2026", "A3123/2026", "A.III./2026", "A.III.123", "A.III.123/26", "A.III.123/2026/1",
    "A.III.0/2026", "A.VI.3/2026", "A.III.NARK.3/2026", "A.III.12x/2026", "B.II.5/2026", "A.III.12 3/2026",
    "A.III.9999999999/2026",
  ])
  func `What is no number is refused`(text: String) {
    #expect(throws: ModelError.self) { try RegisterNumber(parsing: text) }
  }

  @Test func `Random numbers survive random dirt`() throws {
    var generator = SeededGenerator(seed: 11)
    let separators = [".", " ", ". ", "-", ""]
    for _ in 0..<5_000 {
      let book = RegisterBook.allCases.randomElement(using: &generator) ?? .trial
      let mark = ["", "N", "K"].randomElement(using: &generator) ?? ""
      let number = try #require(
        RegisterNumber(
          book: book, mark: mark, serial: Int.random(in: 1...99_999, using: &generator),
          year: Int.random(in: 2015...2030, using: &generator)))
      var code = book.code
      for separator in [".", " "] where Bool.random(using: &generator) {
        code = code.split(separator: ".").joined(separator: separator == "." ? "" : separator)
      }
      if Bool.random(using: &generator) { code = code.lowercased() }
      let gap = separators.filter { !$0.isEmpty }.randomElement(using: &generator) ?? "."
      let text = code + gap + (mark.isEmpty ? "" : mark + gap) + "\(number.serial)/\(number.year)"
      #expect(try RegisterNumber(parsing: text) == number, "\(text)")
    }
  }
}
