package import BankumModel

/// The opening hours of an ordinary day of the week; a weekday without them is closed.
package struct WeekdayHours: Hashable, Stored {
  package static let table = Table("weekday_hours", ["hours"])

  /// The day of the week.
  package let weekday: Weekday
  /// When the house receives counsel on it.
  package let hours: OpeningHours

  /// The hours of a weekday.
  package init(_ weekday: Weekday, _ hours: OpeningHours) {
    self.weekday = weekday
    self.hours = hours
  }

  package var rowKey: Int64? { Int64(weekday.isoNumber) }

  package func write(to record: inout RecordWriter) { record.columns.add(hours.text) }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let text = try record.columns.text()
    guard let weekday = Weekday.allCases.first(where: { $0.isoNumber == rowKey }),
      let hours = try? OpeningHours(parsing: text)
    else { throw FieldReader.damage("no opening hours") }
    self.init(weekday, hours)
  }
}
