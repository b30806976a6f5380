import BankumModel

@testable import BankumPlanning

/// SplitMix64 (Steele, Lea, Flood 2014): the same row for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}

/// The date of an ISO text that the test wrote itself; a typing error ends the test run at once.
func day(_ text: String) -> CivilDate {
  do { return try CivilDate(parsing: text) } catch { fatalError("\(error)") }
}

/// The hours of a text that the test wrote itself.
func hours(_ text: String) -> MinuteRange {
  do { return try MinuteRange(parsing: text) } catch { fatalError("\(error)") }
}

/// The minute of a text that the test wrote itself.
func minute(_ text: String) -> MinuteOfDay {
  do { return try MinuteOfDay(parsing: text) } catch { fatalError("\(error)") }
}

/// The days of a text that the test wrote itself.
func days(_ text: String) -> DateRange {
  do { return try DateRange(parsing: text) } catch { fatalError("\(error)") }
}
