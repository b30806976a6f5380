package import BankumModel

/// A power of attorney.
package struct MandateDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The id, where the file gives one.
  package let id: Mandate.ID?
  /// Who is represented.
  package let inmate: InmateReference
  /// By which advocate, by name or id; his partner is the mandate's.
  package let advocate: Reference
  /// In which case, by number or id.
  package let caseFile: Reference?
  /// The number of the power of attorney.
  package let letter: String
  /// From the day on which it was signed to the day on which it ended.
  package let days: OpenDateRange
  /// Why it ended; there if and only if the last day is.
  package let endReason: MandateEnd?
}

extension MandateDraft: DraftRow {
  private static let idColumn = Column<Mandate.ID>("id", ["ID"], .identifier(), example: "ma-0C0NT0HA")
  private static let inmateColumn = Column(
    "inmate", ["No. Registrasi", "No Reg", "Register number"], .inmate, .required, example: "A.III.123/2026")
  private static let advocateColumn = Column(
    "advocate", ["Advokat", "Penerima Kuasa"], .text(.name), .required, example: "ADVOKAT CONTOH REKAAN")
  private static let caseColumn = Column(
    "caseFile", ["No. Perkara", "Nomor Perkara", "Case"], .text(.documentNumber), example: "123/Pid.B/2026/PN Contoh")
  private static let letterColumn = Column(
    "letter", ["No. Surat Kuasa", "Surat Kuasa"], .text(.documentNumber), .required, example: "SK-CONTOH-REKAAN/2026")
  private static let fromColumn = Column(
    "days", ["Tgl Kuasa", "Mulai", "Signed"], .date, .required, example: "02/11/2026")
  private static let toColumn = Column("daysTo", ["Berakhir", "Ended"], .date)
  private static let endColumn = Column("endReason", ["Alasan Berakhir", "End reason"], .word(.mandateEnd))

  /// The kind.
  package static let kind = ImportKind.mandates

  /// The columns.
  package static let headings = [
    idColumn.heading, inmateColumn.heading, advocateColumn.heading, caseColumn.heading, letterColumn.heading,
    fromColumn.heading, toColumn.heading, endColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let inmate = row.requiredInmate(Self.inmateColumn)
    let advocate = row.requiredReference(Self.advocateColumn)
    let caseFile = row.reference(Self.caseColumn)
    let letter = row.required(Self.letterColumn)
    let (from, to) = (row.required(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "daysTo")
    let reason = row.value(Self.endColumn)
    if row.isEmpty("daysTo") != row.isEmpty("endReason") {
      let (missing, present) =
        row.isEmpty("daysTo")
        ? (Self.toColumn.heading, Self.endColumn.heading) : (Self.endColumn.heading, Self.toColumn.heading)
      row.note(.neededToo, missing.field, parameters: row.names(of: [present]))
    }
    guard let inmate, let advocate, let letter, let from else { return nil }
    self.init(
      places: row.places, id: id, inmate: inmate, advocate: advocate, caseFile: caseFile, letter: letter,
      days: OpenDateRange(from, to), endReason: reason)
  }

  /// An id twice.
  package static func problems(across rows: [MandateDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
