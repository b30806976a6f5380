package import BankumModel
package import JSON

extension Run: Stored {
  package static let table = Table("run", ["started_at", "base_sequence", "status"])

  package func write(to record: inout RecordWriter) {
    record.columns.add(startedAt)
    record.columns.add(baseSequence)
    record.columns.add(status)
    record.body.add(milliseconds)
    record.body.add(inputDigest)
    record.body.add(parametersText)
    record.body.add(engineVersion)
    record.body.add(effort)
    record.body.add(seed)
    record.body.add(objective)
    record.body.add(bound)
    record.body.add(placed)
    record.body.add(waiting)
    record.body.add(changes)
    record.body.add(startedBy)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), startedAt: try record.columns.instant(), milliseconds: try record.body.int(),
      baseSequence: try record.columns.integer(), status: try record.columns.code(),
      inputDigest: try record.body.bytes(), parametersText: try record.body.json().text(),
      engineVersion: try record.body.int(), effort: try record.body.int(),
      seed: UInt64(bitPattern: try record.body.integer()), objective: try record.body.int(),
      bound: try record.body.optionalInt(), placed: try record.body.int(), waiting: try record.body.int(),
      changes: try record.body.int(), startedBy: try record.body.user())
  }
}

extension Run {
  /// What it was asked, as a value; null for a text that is no JSON, which the register never holds.
  package var parameters: JSONValue { JSONValue(stored: parametersText.utf8) ?? .null }
}
