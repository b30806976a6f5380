@testable import BankumExchange
@testable import BankumModel

/// A generator of numbers that gives the same row for the same seed: property tests must be repeatable.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

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
