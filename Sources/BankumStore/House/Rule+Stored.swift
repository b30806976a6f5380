package import BankumModel

extension Rule: Stored {
  package static let table = Table("rule", ["key", "valid_from", "is_confirmed"], isNumbered: true, identity: [])

  /// Rules are only added; of two with one key and one first day the later added holds.
  package var rowKey: Int64? { nil }

  package func write(to record: inout RecordWriter) {
    record.columns.add(key.code)
    record.columns.add(validFrom)
    record.columns.add(isConfirmed)
    switch value {
    case .integer(let number):
      record.body.add(0)
      record.body.add(number)
    case .date(let date):
      record.body.add(1)
      record.body.add(date)
    case .text(let text):
      record.body.add(2)
      record.body.add(text)
    }
    record.body.add(source)
    record.body.add(confirmedBy)
    record.body.add(confirmedOn)
    record.body.add(recordedBy)
    record.body.add(recordedOn)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let key = RuleKey(try record.columns.text())
    let validFrom = try record.columns.date()
    let isConfirmed = try record.columns.bool()
    let value: RuleValue
    switch try record.body.int() {
    case 0: value = .integer(try record.body.int())
    case 1: value = .date(try record.body.date())
    case 2: value = .text(try record.body.text())
    default: throw FieldReader.damage("an unknown kind of rule")
    }
    self.init(
      key: key, value: value, validFrom: validFrom, source: try record.body.text(),
      confirmedBy: try record.body.optionalText(), confirmedOn: try record.body.optionalDate(),
      recordedBy: try record.body.optionalText(), recordedOn: try record.body.optionalDate())
    guard self.isConfirmed == isConfirmed else { throw FieldReader.damage("a confirmation that does not fit") }
  }
}
