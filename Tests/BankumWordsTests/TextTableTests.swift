import SeededNumbers
import Testing

@testable import BankumWords

struct TextTableTests {
  private static func docket() -> TextTable {
    var table = TextTable(columns: [
      .init("START"), .init("INMATE", shortenedTo: 6), .init("WAIT", alignment: .trailing), .init("NOTE"),
    ])
    table.append(["10:00", "Muhammad Yusuf Siregar", "7", "first"])
    table.append(["10:30", .init("王小明", style: .alarm), "120", ""])
    return table
  }

  @Test func `columns are aligned, numbers to the right, and no line ends in a space`() {
    #expect(
      Self.docket().rendered(width: nil) == """
        START  INMATE                  WAIT  NOTE
        10:00  Muhammad Yusuf Siregar     7  first
        10:30  王小明                   120

        """)
  }

  @Test func `a named column is cut so that the table fits`() {
    #expect(
      Self.docket().rendered(width: 32) == """
        START  INMATE        WAIT  NOTE
        10:00  Muhammad Yu…     7  first
        10:30  王小明         120

        """)
  }

  @Test func `the widest column is cut first, and two wide ones share the loss`() {
    var table = TextTable(columns: [.init("A", shortenedTo: 1), .init("B", shortenedTo: 1), .init("C", shortenedTo: 1)])
    table.append(["short", "a wide one here", "the widest of them all"])
    #expect(table.rendered(width: 31, header: false) == "short  a wide one…  the widest…\n")
    #expect(table.rendered(width: 39, header: false) == "short  a wide one here  the widest of…\n")
  }

  @Test func `where cutting is not enough, lines say that they go on`() {
    #expect(
      Self.docket().rendered(width: 16) == """
        START  INMATE  …
        10:00  Muham…  …
        10:30  王小明  …

        """)
  }

  @Test func `without a header only rows are left`() {
    #expect(Self.docket().rendered(width: nil, header: false).hasPrefix("10:00"))
    #expect(TextTable(columns: [.init("A")]).rendered(width: 80, header: false) == "")
    #expect(TextTable(columns: []).rendered(width: 80) == "\n")
  }

  @Test func `colour comes only if asked for and changes no width`() {
    let plain = Self.docket().rendered(width: 32)
    let coloured = Self.docket().rendered(width: 32, colour: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31m王小明\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[1mINMATE\u{1B}[0m"))
    #expect(Self.withoutColour(coloured) == plain)
  }

  @Test func `a row of another length is filled or cut`() {
    var table = TextTable(columns: [.init("A"), .init("B")])
    table.append(["1"])
    table.append(["1", "2", "3"])
    #expect(table.rendered(width: nil) == "A  B\n1\n1  2\n")
  }

  @Test(arguments: 0..<400) func `no line exceeds the limit, ends in a space, or acts on the terminal`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let columns = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      TextTable.Column(
        randomText(&random, longest: 5), alignment: Bool.random(using: &random) ? .leading : .trailing,
        shortenedTo: [nil, 1, 4, -2].randomElement(using: &random) ?? nil)
    }
    var table = TextTable(columns: columns)
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      table.append(
        columns.map { _ in
          .init(randomText(&random), style: [.plain, .good, .faint].randomElement(using: &random) ?? .plain)
        })
    }
    let width = Bool.random(using: &random) ? Int.random(in: 1...90, using: &random) : nil
    let plain = table.rendered(width: width)
    #expect(Self.withoutColour(table.rendered(width: width, colour: true)) == plain)
    let lines = plain.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    #expect(lines.count == table.rows.count + 2 && lines.last == "")
    for line in lines {
      if let width { #expect(TerminalText.columns(of: line) <= width, "\(line.debugDescription)") }
      #expect(line.unicodeScalars.last?.properties.isWhitespace != true, "\(line.debugDescription)")
      #expect(TerminalText.visible(line) == line, "\(line.debugDescription)")
    }
  }

  @Test(arguments: 0..<100) func `what fits is not cut`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = TextTable(columns: [.init("A", shortenedTo: 1), .init("B", shortenedTo: 1)])
    for _ in 0..<3 { table.append([.init(randomText(&random)), .init(randomText(&random))]) }
    let free = table.rendered(width: nil)
    let widest = free.unicodeScalars.split(separator: "\n").map { TerminalText.columns(of: String($0)) }.max() ?? 0
    #expect(table.rendered(width: widest) == free)
  }

  private static func withoutColour(_ text: String) -> String {
    var plain = ""
    var skipping = false
    for character in text {
      if character == "\u{1B}" { skipping = true }
      if !skipping { plain.append(character) }
      if character == "m" { skipping = false }
    }
    return plain
  }
}
