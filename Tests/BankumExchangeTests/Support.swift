import SeededNumbers

@testable import BankumExchange
@testable import BankumModel

extension SeededGenerator {
  /// A text of the characters that make trouble, and some that do not.
  mutating func text(maximum: Int = 12) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "B", "7", " ", "\"", ";", ",", "\t", "\n", "\r", "#", "=", "+", "-", "@", "'", "é", "漢", "😀", ".", "/",
      "\u{A0}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...maximum, using: &self) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &self)])
    }
    return String(text)
  }
}

/// The date of an ISO text that the test wrote itself; a typing error ends the test run at once.
func day(_ text: String) -> CivilDate {
  do { return try CivilDate(parsing: text) } catch { fatalError("\(error)") }
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// What is wrong with a file, in short: `code@line:column`.
func faults(_ kind: ImportKind, _ text: String) -> [String] { kind.problems(of: bytes(text)).map(short) }

/// A problem in short: `code@line:column`.
func short(_ problem: ImportProblem) -> String {
  "\(problem.code.code)@\(problem.place.line):\(problem.place.column)"
}

/// A whole table: its rows, and what was wrong with its form.
struct ReadTable {
  let separator: Separator
  let rows: [TableRow]
  let problems: [ImportProblem]

  init(_ bytes: [UInt8], separator: Separator? = nil, limits: ImportLimits = .standard) {
    var reader = TableReader(bytes, separator: separator, limits: limits)
    var rows: [TableRow] = []
    while let row = reader.next() { rows.append(row) }
    self.rows = rows
    (self.separator, problems) = (reader.separator, reader.problems)
  }
}
