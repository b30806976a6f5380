package import BankumModel

extension Mandate: Stored {
  package static let table = Table(
    "mandate", ["inmate", "partner", "advocate", "case_file", "first_day", "last_day"], isSealed: true)

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(partner)
    record.columns.add(advocate)
    record.columns.add(caseFile)
    record.columns.add(days)
    record.body.add(letter)
    record.body.add(endReason)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), inmate: try record.columns.id(), partner: try record.columns.id(),
      advocate: try record.columns.id(), caseFile: try record.columns.optionalID(), letter: try record.body.text(),
      days: try record.columns.days(), endReason: try record.body.optionalCode())
  }
}
