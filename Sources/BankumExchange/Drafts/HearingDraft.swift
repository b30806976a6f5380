package import BankumModel

/// A day in court.
package struct HearingDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The hearing's id, where the file gives one.
  package let id: Hearing.ID?
  /// Whose.
  package let inmate: InmateReference
  /// The case, by its number or id.
  package let caseFile: Reference?
  /// The day.
  package let date: CivilDate
  /// The court.
  package let court: String?
  /// Whether it is held from the house over the line; nil: not said.
  package let isOnline: Bool?
  /// His counsel, who is away too.
  package let advocate: Reference?
  /// Whether it is sure; nil: not said.
  package let status: HearingStatus?
}

extension HearingDraft: DraftRow {
  private static let idColumn = Column<Hearing.ID>("id", ["ID"], .identifier(), example: "he-0C0NT0HA")
  private static let inmateColumn = Column(
    "inmate", ["No. Registrasi", "No Reg", "Register number"], .inmate, .required, example: "A.III.123/2026")
  private static let caseColumn = Column(
    "caseFile", ["No. Perkara", "Nomor Perkara", "Case"], .text(.documentNumber), example: "123/Pid.B/2026/PN Contoh")
  private static let dateColumn = Column(
    "date", ["Tgl Sidang", "Tanggal Sidang", "Tanggal", "Hearing date"], .date, .required, example: "26/11/2026")
  private static let courtColumn = Column(
    "court", ["Pengadilan", "PN"], .text(.court), example: "PN Contoh")
  private static let onlineColumn = Column(
    "isOnline", ["Daring", "Online", "Sidang online"], .word(.yesNo), example: "tidak")
  private static let advocateColumn = Column(
    "advocate", ["Advokat", "Penasihat Hukum", "PH"], .text(.name), example: "ADVOKAT CONTOH REKAAN")
  private static let statusColumn = Column("status", ["Status"], .word(.hearingStatus), example: "pasti")

  /// The kind.
  package static let kind = ImportKind.hearings

  /// The columns.
  package static let headings = [
    idColumn.heading, inmateColumn.heading, caseColumn.heading, dateColumn.heading, courtColumn.heading,
    onlineColumn.heading, advocateColumn.heading, statusColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let inmate = row.requiredInmate(Self.inmateColumn)
    let caseFile = row.reference(Self.caseColumn)
    let date = row.required(Self.dateColumn)
    let (court, isOnline) = (row.value(Self.courtColumn), row.value(Self.onlineColumn))
    let (advocate, status) = (row.reference(Self.advocateColumn), row.value(Self.statusColumn))
    guard let inmate, let date else { return nil }
    self.init(
      places: row.places, id: id, inmate: inmate, caseFile: caseFile, date: date, court: court, isOnline: isOnline,
      advocate: advocate, status: status)
  }

  /// An id twice.
  package static func problems(across rows: [HearingDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
