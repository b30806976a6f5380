import SeededNumbers

@testable import BankumModel

/// The date of an ISO text that the test wrote itself; a typing error ends the test run at once.
func day(_ text: String) -> CivilDate {
  do { return try CivilDate(parsing: text) } catch { fatalError("\(error)") }
}

/// The hours of a text that the test wrote itself.
func hours(_ text: String) -> MinuteRange {
  do { return try MinuteRange(parsing: text) } catch { fatalError("\(error)") }
}

/// The days of a text that the test wrote itself.
func days(_ text: String) -> DateRange {
  do { return try DateRange(parsing: text) } catch { fatalError("\(error)") }
}

/// A random date between two years.
func randomDay(in years: ClosedRange<Int>, using generator: inout SeededGenerator) -> CivilDate {
  let first = day("\(years.lowerBound)-01-01").dayNumber
  let last = day("\(years.upperBound)-12-31").dayNumber
  return CivilDate(dayNumber: Int.random(in: first...last, using: &generator))
}
