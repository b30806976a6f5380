package import BankumModel

extension Partner: Stored {
  package static let table = Table(
    "partner",
    [
      "short_name", "name", "agreement_first", "agreement_last", "accreditation_class", "accreditation_first",
      "accreditation_last", "capacity", "share_per_mille", "quota",
    ])

  package func write(to record: inout RecordWriter) {
    record.columns.add(shortName)
    record.columns.add(name)
    record.columns.add(agreement)
    record.columns.add(accreditationClass)
    record.columns.add(accreditation)
    record.columns.add(capacity)
    record.columns.add(sharePerMille)
    record.columns.add(quota)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let shortName = try record.columns.text()
    self.init(
      id: Self.id(rowKey), name: try record.columns.text(), shortName: shortName,
      agreement: try record.columns.days(), accreditationClass: try record.columns.code(),
      accreditation: try record.columns.days(), capacity: try record.columns.int(),
      sharePerMille: try record.columns.int(), quota: try record.columns.optionalInt())
  }
}
