import BankumModel

/// What an import did to one thing: what undoing needs.
struct ImportChange: Stored {
  /// One field.
  struct FieldChange: Hashable {
    let name: String
    /// What was there before the import.
    var before: [Field]
    /// What the import made of it.
    let after: [Field]
  }

  static let table = Table(
    "import_change", ["batch", "kind", "subject"], isSealed: true, isNumbered: true, identity: [])

  /// Its number, given by the register; nil before it is written.
  let number: Int64?
  /// The import.
  let batch: Int64
  /// The table of the thing.
  let kind: String
  /// Its row.
  let subject: Int64
  /// For a thing that the import added: the sum over what it was then; nil for one that was there.
  let added: UInt64?
  /// The fields that the import changed.
  var fields: [FieldChange]

  init(
    number: Int64? = nil, batch: Int64, kind: String, subject: Int64, added: UInt64? = nil,
    fields: [FieldChange] = []
  ) {
    self.number = number
    self.batch = batch
    self.kind = kind
    self.subject = subject
    self.added = added
    self.fields = fields
  }

  var rowKey: Int64? { number }

  func write(to record: inout RecordWriter) {
    record.columns.add(batch)
    record.columns.add(kind)
    record.columns.add(subject)
    record.body.add(optional: added) { $1.add($0) }
    record.body.add(list: fields) { field, body in
      body.add(field.name)
      body.add(list: field.before) { $1.append($0) }
      body.add(list: field.after) { $1.append($0) }
    }
  }

  init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      number: rowKey, batch: try record.columns.integer(), kind: try record.columns.text(),
      subject: try record.columns.integer(),
      added: try record.body.optional { body throws(StoreError) in UInt64(bitPattern: try body.integer()) },
      fields: try record.body.list { body throws(StoreError) in
        FieldChange(
          name: try body.text(), before: try body.list { body throws(StoreError) in try body.next() },
          after: try body.list { body throws(StoreError) in try body.next() })
      })
  }
}
