import BankumExchange
import Testing

/// Every column of every kind of file.
@Suite("The texts of files")
struct ColumnTextTests {
  private static func problems(_ kind: ImportKind, _ column: Int, _ text: String) -> [ImportProblem] {
    let headings = kind.headings
    var fields = headings.map(\.example)
    fields[column] = text
    var writer = TableWriter(separator: .comma)
    writer.write(headings.map(\.field))
    writer.write(fields)
    return kind.problems(of: writer.bytes(.utf8)).filter { $0.place.line == 2 }
  }

  @Test(
    "a control character, a mark of direction or far too many bytes are wrong in their place",
    arguments: ImportKind.allCases)
  func columns(kind: ImportKind) {
    // The names of a docket are for whoever fills it in: its import reads meetings by their ids.
    for (column, heading) in kind.headings.enumerated() where !(kind == .outcomes && heading.field == "inmate") {
      for mark in ["\u{85}", "\u{202E}", "\u{2066}", "\u{61C}"] {
        let found = Self.problems(kind, column, "a\(mark)b").filter { $0.code == .hiddenCharacter }
        #expect(found.map(\.place.column) == [column + 1], "\(heading.field)")
      }
      // No text has these: the line is wrong before its fields are looked at.
      for mark in ["\u{1B}", "\u{7F}"] { #expect(!Self.problems(kind, column, "a\(mark)b").isEmpty) }
      let long = Self.problems(kind, column, String(repeating: "x", count: 600))
      #expect(long.contains { $0.place.column == column + 1 }, "\(heading.field)")
    }
  }
}
