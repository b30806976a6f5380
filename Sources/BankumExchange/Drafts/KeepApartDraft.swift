package import BankumModel

/// Two people who must not be in the visiting area in the same slot.
package struct KeepApartDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The id, where the file gives one.
  package let id: KeepApart.ID?
  /// One.
  package let one: InmateReference
  /// The other.
  package let other: InmateReference
  /// On which days it holds.
  package let days: OpenDateRange
  /// Why.
  package let reason: KeepApartReason
}

extension KeepApartDraft: DraftRow {
  private static let idColumn = Column<KeepApart.ID>("id", ["ID"], .identifier(), example: "ka-0C0NT0HA")
  private static let oneColumn = Column(
    "one", ["No. Registrasi 1", "WBP 1", "Inmate 1"], .inmate, .required, example: "A.III.123/2026")
  private static let otherColumn = Column(
    "other", ["No. Registrasi 2", "WBP 2", "Inmate 2"], .inmate, .required, example: "B.I.45/2025")
  private static let fromColumn = Column("days", ["Mulai", "From"], .date, .required, example: "02/11/2026")
  private static let toColumn = Column("daysTo", ["Sampai", "To"], .date)
  private static let reasonColumn = Column(
    "reason", ["Alasan"], .word(.keepApart), .required, example: "perkelahian")

  /// The kind.
  package static let kind = ImportKind.keepapart

  /// The columns.
  package static let headings = [
    idColumn.heading, oneColumn.heading, otherColumn.heading, fromColumn.heading, toColumn.heading,
    reasonColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let (one, other) = (row.requiredInmate(Self.oneColumn), row.requiredInmate(Self.otherColumn))
    if let one, let other, one.target == other.target { row.note(.samePerson, "other") }
    let (from, to) = (row.required(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "daysTo")
    let reason = row.required(Self.reasonColumn)
    guard let one, let other, let from, let reason else { return nil }
    self.init(
      places: row.places, id: id, one: one, other: other, days: OpenDateRange(from, to), reason: reason)
  }

  /// An id twice.
  package static func problems(across rows: [KeepApartDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
