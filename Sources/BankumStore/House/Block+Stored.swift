package import BankumModel

extension Block: Stored {
  package static let table = Table("block", ["name", "kind", "escort_capacity", "fetch_minutes"])

  package func write(to record: inout RecordWriter) {
    record.columns.add(name)
    record.columns.add(kind)
    record.columns.add(escortCapacity)
    record.columns.add(fetchMinutes)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), name: try record.columns.text(), kind: try record.columns.code(),
      escortCapacity: try record.columns.int(), fetchMinutes: try record.columns.int())
  }
}
