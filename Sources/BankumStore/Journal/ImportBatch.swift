package import BankumModel
package import JSON

/// One import of one file.
package struct ImportBatch: Stored {
  package static let table = Table(
    "import_batch", ["kind", "made_at", "undone_at"], isNumbered: true)

  /// Its number, 1 and up, given by the register; nil before it is written.
  package var number: Int64?
  /// What the file held: `inmates`, `terms`, ...
  package var kind: String
  /// Which part of the population it spoke about; nil for other kinds.
  package var scope: String?
  /// When.
  package var madeAt: Instant
  /// Who sent it.
  package var madeBy: UInt32
  /// SHA-256 of the bytes, 32 bytes.
  package var fileDigest: [UInt8]
  /// What it did, by word: added, changed, departed, ...
  package var counts: JSONValue
  /// When it was undone.
  package var undoneAt: Instant?

  /// Makes one from its fields.
  package init(
    number: Int64? = nil, kind: String, scope: String? = nil, madeAt: Instant, madeBy: UInt32, fileDigest: [UInt8],
    counts: JSONValue = .object([:]), undoneAt: Instant? = nil
  ) {
    self.number = number
    self.kind = kind
    self.scope = scope
    self.madeAt = madeAt
    self.madeBy = madeBy
    self.fileDigest = fileDigest
    self.counts = counts
    self.undoneAt = undoneAt
  }

  package var rowKey: Int64? { number }

  package func write(to record: inout RecordWriter) {
    record.columns.add(kind)
    record.columns.add(madeAt)
    record.columns.add(undoneAt)
    record.body.add(scope)
    record.body.add(madeBy)
    record.body.add(fileDigest)
    record.body.add(counts)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let kind = try record.columns.text()
    let madeAt = try record.columns.instant()
    let undoneAt = try record.columns.optionalInstant()
    self.init(
      number: rowKey, kind: kind, scope: try record.body.optionalText(), madeAt: madeAt,
      madeBy: try record.body.user(), fileDigest: try record.body.bytes(), counts: try record.body.json(),
      undoneAt: undoneAt)
  }
}
