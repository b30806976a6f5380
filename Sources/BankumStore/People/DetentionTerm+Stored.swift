package import BankumModel

extension DetentionTerm: Stored {
  package static let table = Table(
    "detention_term", ["inmate", "case_file", "first_day", "last_day"], kind: "term", isSealed: true)

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(caseFile)
    record.columns.add(first)
    record.columns.add(last)
    record.body.add(stage)
    record.body.add(law)
    record.body.add(grant)
    record.body.add(letter)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), inmate: try record.columns.id(), caseFile: try record.columns.optionalID(),
      stage: try record.body.code(), law: try record.body.code(), grant: try record.body.code(),
      letter: try record.body.text(), first: try record.columns.date(), last: try record.columns.date())
  }
}
