package import BankumModel

extension Hearing: Stored {
  package static let table = Table(
    "hearing", ["inmate", "case_file", "advocate", "day", "status"], isSealed: true)

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(caseFile)
    record.columns.add(advocate)
    record.columns.add(date)
    record.columns.add(status)
    record.body.add(court)
    record.body.add(isOnline)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let inmate: Inmate.ID = try record.columns.id()
    let caseFile: CaseFile.ID? = try record.columns.optionalID()
    let advocate: Advocate.ID? = try record.columns.optionalID()
    self.init(
      id: Self.id(rowKey), inmate: inmate, caseFile: caseFile, date: try record.columns.date(),
      court: try record.body.optionalText(), isOnline: try record.body.bool(), advocate: advocate,
      status: try record.columns.code())
  }
}
