import BankumModel
import SeededNumbers

@testable import BankumPlanning

extension SeededGenerator {
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
