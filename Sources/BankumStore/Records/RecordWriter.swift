/// What becomes of a value on its way into a row.
package struct RecordWriter {
  /// What the database constrains and searches.
  var columns: FieldWriter
  /// Everything else.
  var body: FieldWriter
  /// The rows of each link table, in the order of `Table.links`.
  private(set) var links: [[[Field]]] = []
  private let ring: KeyRing?

  /// - Parameters:
  ///   - ring: what makes keyed hashes; nil for a record that is only compared.
  ///   - notesParts: whether to note which fields belong to one value.
  init(ring: KeyRing?, notesParts: Bool = false) {
    self.ring = ring
    columns = FieldWriter(notesStarts: notesParts)
    body = FieldWriter(notesStarts: notesParts)
  }

  /// The fields of each value, columns first.
  var parts: [[Field]] { columns.parts + body.parts }

  /// The rows of the next link table.
  mutating func link(_ rows: [[Field]]) { links.append(rows) }

  /// What a text is found by without being readable: see `KeyRing.blind`.
  func blind(_ kind: BlindIndex, _ text: String) -> Field {
    ring.map { .bytes($0.current.blind(kind, text)) } ?? .null
  }

  /// A sum over all of it, to see later whether it is still the same.
  var sum: UInt64 { Checksum.sum(FieldBytes.bytes(of: columns.fields), FieldBytes.bytes(of: body.fields)) }
}
