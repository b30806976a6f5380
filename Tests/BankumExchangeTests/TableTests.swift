import SeededNumbers
import Testing

@testable import BankumExchange

@Suite("Rows and fields")
struct TableTests {
  @Test("What is written is read back: any text, any separator, any line end, any encoding")
  func roundTrip() throws {
    var dice = SeededGenerator(seed: 7)
    for round in 0..<400 {
      let width = Int.random(in: 1...6, using: &dice)
      let rows = (0..<Int.random(in: 1...8, using: &dice)).map { _ in (0..<width).map { _ in dice.text() } }
      let separator = Separator.allCases[round % 3]
      let lineEnd = TableWriter.LineEnd.allCases[round % 2]
      let encoding = TextEncoding.allCases[round % 4]
      var writer = TableWriter(separator: separator, lineEnd: lineEnd)
      writer.comment("a comment; with, separators")
      for row in rows { writer.write(row) }
      let decoded = try TextDecoder.decode(writer.bytes(encoding))
      #expect(decoded.encoding == encoding)
      let table = ReadTable(decoded.bytes, separator: separator)
      #expect(table.problems.isEmpty)
      #expect(table.rows.map(\.texts).map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test("The separator of a written table is found, whatever stands in its fields")
  func sniffing() {
    var dice = SeededGenerator(seed: 11)
    for round in 0..<300 {
      let separator = Separator.allCases[round % 3]
      var writer = TableWriter(separator: separator)
      for _ in 0..<5 { writer.write((0..<4).map { _ in dice.text() }) }
      #expect(Separator.sniff(Array(writer.text.utf8)) == separator, "\(writer.text)")
    }
  }

  @Test("A row and its fields know their lines, also behind fields with line ends")
  func lines() {
    let table = ReadTable(bytes("a;b\r\n\r\n# note\n\"one\r\ntwo\";x\rc;d"))
    #expect(table.rows.map(\.line) == [1, 4, 6])
    #expect(table.rows[1].fields.map(\.line) == [4, 5])
    #expect(table.rows[1].fields[0].text == "one\r\ntwo")
    #expect(table.rows[2].texts == ["c", "d"])
  }

  @Test("A first line sep= names the separator and is no row")
  func namedSeparator() {
    let table = ReadTable(bytes("sep=,\r\na;b,c\r\n"))
    #expect(table.separator == .comma)
    #expect(table.rows.map(\.texts) == [["a;b", "c"]])
    #expect(table.rows.map(\.line) == [2])
  }

  @Test(
    "Formulas are guarded on the way out",
    arguments: ["=1+1", "+62", "-x", "@x", "\tx", "\rx", "\nx", "'=1", "''+1"])
  func formulas(text: String) {
    var writer = TableWriter()
    writer.write(["a", text])
    #expect(writer.text.utf8.starts(with: "a;\"'".utf8))
    #expect(ReadTable(Array(writer.text.utf8), separator: .semicolon).rows.map(\.texts) == [["a", text]])
  }

  @Test("An apostrophe that guards nothing stays")
  func apostrophes() {
    let table = ReadTable(bytes("'a;O'Neil;'\n"))
    #expect(table.rows.map(\.texts) == [["'a", "O'Neil", "'"]])
  }

  @Test("What breaks the form of a table is placed, and the rest is read")
  func broken() {
    let stray = ReadTable(bytes("a;\"b\"x;c\nd;e;f\n"), separator: .semicolon)
    #expect(stray.problems.map(short) == ["strayQuote@1:2"])
    #expect(stray.problems.first?.value == "x")
    #expect(stray.rows.count == 2)
    let open = ReadTable(bytes("a;b\nc;\"d\ne;f"), separator: .semicolon)
    #expect(open.problems.map(short) == ["unclosedQuote@2:2"])
  }

  @Test("Limits are kept")
  func limits() {
    let small = ImportLimits(rows: 2, fields: 3, fieldBytes: 4)
    let rows = ReadTable(bytes("a;b\nc;d\ne;f\n"), limits: small)
    #expect(rows.problems.map(short) == ["tooManyRows@3:0"])
    #expect(rows.problems.first?.parameters == ["2"])
    #expect(rows.rows.count == 2)
    let fields = ReadTable(bytes("a;b;c;d\n"), separator: .semicolon, limits: small)
    #expect(fields.problems.map(short) == ["tooManyFields@1:0"])
    let long = ReadTable(bytes("a;abcde\n"), separator: .semicolon, limits: small)
    #expect(long.problems.map(short) == ["fieldTooLong@1:2"])
  }
}
