package import BankumModel

extension ConflictOverride: Stored {
  package static let table = Table(
    "conflict_override", ["inmate", "partner"], isSealed: true, isNumbered: true, identity: ["inmate", "partner"])

  package var rowKey: Int64? { nil }

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(partner)
    record.body.add(reason)
    record.body.add(askedBy)
    record.body.add(confirmedBy)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      inmate: try record.columns.id(), partner: try record.columns.id(), reason: try record.body.text(),
      askedBy: try record.body.text(), confirmedBy: try record.body.optionalText())
  }
}
