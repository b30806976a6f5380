package import BankumModel

extension Holiday: Stored {
  package static let table = Table("holiday", ["kind", "may_move", "name"])

  /// A day has one holiday.
  package var rowKey: Int64? { Int64(date.dayNumber) }

  package func write(to record: inout RecordWriter) {
    record.columns.add(kind)
    record.columns.add(mayMove)
    record.columns.add(name)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let kind = try record.columns.code(Kind.self)
    let mayMove = try record.columns.bool()
    self.init(
      date: CivilDate(dayNumber: Int(rowKey)), kind: kind, name: try record.columns.text(), mayMove: mayMove)
  }
}
