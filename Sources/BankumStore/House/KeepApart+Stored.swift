package import BankumModel

extension KeepApart: Stored {
  package static let table = Table("keep_apart", ["one", "other", "first_day", "last_day"], isSealed: true)

  package func write(to record: inout RecordWriter) {
    record.columns.add(pair.one)
    record.columns.add(pair.other)
    record.columns.add(days)
    record.body.add(reason)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    guard let pair = InmatePair(try record.columns.id(), try record.columns.id()) else {
      throw FieldReader.damage("one person twice in a pair")
    }
    self.init(id: Self.id(rowKey), pair: pair, days: try record.columns.days(), reason: try record.body.code())
  }
}
