package import BankumModel

extension Availability: Stored {
  package static let table = Table(
    "availability",
    ["advocate", "weekday", "first_day", "last_day", "start_minute", "end_minute", "confirmed_on"])

  package func write(to record: inout RecordWriter) {
    record.columns.add(advocate)
    record.columns.add(weekday)
    record.columns.add(days)
    record.columns.add(hours)
    record.columns.add(confirmedOn)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), advocate: try record.columns.id(), weekday: try record.columns.optionalCode(),
      days: try record.columns.days(), hours: try record.columns.hours(), confirmedOn: try record.columns.date())
  }
}
