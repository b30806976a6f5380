package import BankumModel

extension Absence: Stored {
  package static let table = Table("absence", ["inmate", "first_day", "last_day"], isSealed: true)

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(days)
    record.body.add(reason)
    record.body.add(suspendsDetention)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), inmate: try record.columns.id(), days: try record.columns.days(),
      reason: try record.body.code(), suspendsDetention: try record.body.bool())
  }
}
