package import BankumModel

extension ReportedConflict: Stored {
  package static let table = Table(
    "reported_conflict", ["inmate", "partner"], isSealed: true, isNumbered: true, identity: ["inmate", "partner"])

  package var rowKey: Int64? { nil }

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(partner)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(inmate: try record.columns.id(), partner: try record.columns.id())
  }
}
