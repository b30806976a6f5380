package import BankumModel
package import JSON

extension ReviewEntry: Stored {
  package static let table = Table(
    "review_entry", ["kind", "is_open", "inmate", "batch", "made_at"], kind: "review", isSealed: true,
    links: [Table.Link("review_candidate", ["inmate"])])

  package func write(to record: inout RecordWriter) {
    record.columns.add(kind)
    record.columns.add(isOpen)
    record.columns.add(inmate)
    record.columns.add(batch.map { Int($0) })
    record.columns.add(madeAt)
    record.body.add(list: candidates) { $1.add($0) }
    record.body.add(detailsText)
    record.body.add(resolution)
    record.body.add(resolvedBy)
    record.link(candidates.map { [.integer(Int64($0.bits))] })
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let kind = try record.columns.text()
    _ = try record.columns.bool()
    self.init(
      id: Self.id(rowKey), kind: kind, inmate: try record.columns.optionalID(),
      candidates: try record.body.list { body throws(StoreError) in try body.id() },
      batch: try record.columns.optionalInteger(), madeAt: try record.columns.instant(),
      detailsText: try record.body.json().text(), resolution: try record.body.optionalText(),
      resolvedBy: try record.body.optionalUser())
  }
}

extension ReviewEntry {
  /// What one needs to decide, as a value; null for a text that is no JSON, which the register never holds.
  package var details: JSONValue { JSONValue(stored: detailsText.utf8) ?? .null }
}
