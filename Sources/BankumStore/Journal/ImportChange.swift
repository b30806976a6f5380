import BankumModel
package import JSON

/// One field that an import wrote: what undoing needs.
package struct ImportChange: Stored {
  package static let table = Table(
    "import_change", ["batch", "kind", "subject"], isSealed: true, isNumbered: true, identity: [])

  /// The import.
  package var batch: Int64
  /// What was changed, as the prefix of its ids: `in`, `te`, ...
  package var kind: String
  /// The bits of its id.
  package var subject: UInt64
  /// The field; nil when the whole was added.
  package var field: String?
  /// What it was before; null if there was nothing.
  package var before: JSONValue
  /// What the import made of it.
  package var after: JSONValue

  /// Makes one from its fields.
  package init(
    batch: Int64, kind: String, subject: UInt64, field: String?, before: JSONValue = .null, after: JSONValue = .null
  ) {
    self.batch = batch
    self.kind = kind
    self.subject = subject
    self.field = field
    self.before = before
    self.after = after
  }

  package var rowKey: Int64? { nil }

  package func write(to record: inout RecordWriter) {
    record.columns.add(batch)
    record.columns.add(kind)
    record.columns.add(subject)
    record.body.add(field)
    record.body.add(before)
    record.body.add(after)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      batch: try record.columns.integer(), kind: try record.columns.text(),
      subject: UInt64(bitPattern: try record.columns.integer()), field: try record.body.optionalText(),
      before: try record.body.json(), after: try record.body.json())
  }
}
