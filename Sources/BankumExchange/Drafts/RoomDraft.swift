package import BankumModel

/// A room.
package struct RoomDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The id, where the file gives one.
  package let id: Room.ID?
  /// What staff call it.
  package let name: String
  /// What it is for.
  package let roomKind: RoomKind
  /// Whether nobody outside can hear what is said.
  package let isConfidential: Bool
  /// Whether there are no stairs.
  package let isAccessible: Bool
  /// Inmates it holds at the same time; 1 if the file does not say.
  package let capacity: Int
}

extension RoomDraft: DraftRow {
  private static let idColumn = Column<Room.ID>("id", ["ID"], .identifier(), example: "ro-0C0NT0HA")
  private static let nameColumn = Column(
    "name", ["Nama Ruang", "Ruang", "Nama", "Room"], .text(.roomName), .required, example: "Ruang Contoh (rekaan)")
  private static let kindColumn = Column(
    "kind", ["Jenis"], .word(.roomKind), .required, example: "konsultasi")
  private static let confidentialColumn = Column(
    "isConfidential", ["Tertutup", "Rahasia", "Confidential"], .word(.yesNo), .required, example: "ya")
  private static let accessibleColumn = Column(
    "isAccessible", ["Akses", "Lantai Dasar", "Accessible"], .word(.yesNo), .required, example: "ya")
  private static let capacityColumn = Column("places", ["Tempat", "Kapasitas"], .number(1...1000), example: "1")

  /// The kind.
  package static let kind = ImportKind.rooms

  /// The columns.
  package static let headings = [
    idColumn.heading, nameColumn.heading, kindColumn.heading, confidentialColumn.heading, accessibleColumn.heading,
    capacityColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let (name, kind) = (row.required(Self.nameColumn), row.required(Self.kindColumn))
    let (confidential, accessible) = (row.required(Self.confidentialColumn), row.required(Self.accessibleColumn))
    let capacity = row.value(Self.capacityColumn)
    guard let name, let kind, let confidential, let accessible else { return nil }
    self.init(
      places: row.places, id: id, name: name, roomKind: kind, isConfidential: confidential,
      isAccessible: accessible, capacity: capacity ?? 1)
  }

  /// An id or a name twice.
  package static func problems(across rows: [RoomDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
      + duplicates(rows, field: "name", value: { $0 }, key: { TextKey.of($0.name) })
  }
}
