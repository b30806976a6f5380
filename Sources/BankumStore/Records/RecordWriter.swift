/// What becomes of a value on its way into a row.
package struct RecordWriter {
  /// What the database constrains and searches.
  var columns = FieldWriter()
  /// Everything else.
  var body = FieldWriter()
  /// The rows of each link table, in the order of `Table.links`.
  private(set) var links: [[[Field]]] = []
  private let ring: KeyRing

  init(ring: KeyRing) {
    self.ring = ring
  }

  /// The rows of the next link table.
  mutating func link(_ rows: [[Field]]) { links.append(rows) }

  /// What a text is found by without being readable: see `KeyRing.blind`.
  func blind(_ kind: BlindIndex, _ text: String) -> Field { .bytes(ring.current.blind(kind, text)) }
}
