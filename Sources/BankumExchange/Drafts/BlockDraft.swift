package import BankumModel

/// A block with its escorts.
package struct BlockDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The id, where the file gives one.
  package let id: Block.ID?
  /// The letter or name, in capitals, without the word for block.
  package let name: String
  /// What it is for; ordinary if the file does not say.
  package let blockKind: BlockKind
  /// The most inmates that can be out of it at the same time.
  package let escortCapacity: Int
  /// What fetching takes longer than from an ordinary block.
  package let fetchMinutes: Int
}

extension BlockDraft: DraftRow {
  private static let idColumn = Column<Block.ID>("id", ["ID"], .identifier(), example: "bl-0C0NT0HA")
  private static let nameColumn = Column("name", ["Blok", "Nama Blok", "Nama"], .block, .required, example: "A")
  private static let kindColumn = Column("kind", ["Jenis"], .word(.blockKind), example: "biasa")
  private static let escortColumn = Column(
    "escortCapacity", ["Pengawal", "Jumlah Pengawalan", "Escorts"], .number(0...1000), .required, example: "2")
  private static let minutesColumn = Column(
    "fetchMinutes", ["Menit Jemput", "Tambahan Menit", "Minutes"], .number(0...240), example: "0")

  /// The kind.
  package static let kind = ImportKind.blocks

  /// The columns.
  package static let headings = [
    idColumn.heading, nameColumn.heading, kindColumn.heading, escortColumn.heading, minutesColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let (name, kind) = (row.required(Self.nameColumn), row.value(Self.kindColumn))
    let (escorts, minutes) = (row.required(Self.escortColumn), row.value(Self.minutesColumn))
    guard let name, let escorts else { return nil }
    self.init(
      places: row.places, id: id, name: name, blockKind: kind ?? .ordinary, escortCapacity: escorts,
      fetchMinutes: minutes ?? 0)
  }

  /// An id or a name twice.
  package static func problems(across rows: [BlockDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
      + duplicates(rows, field: "name", value: { $0 }, key: \.name)
  }
}
