package import BankumModel

/// A detention order as a list of orders has it.
package struct TermDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The order's id, where the file gives one.
  package let id: DetentionTerm.ID?
  /// Who is held.
  package let inmate: InmateReference
  /// The case, by its number or id.
  package let caseFile: Reference?
  /// The stage.
  package let stage: DetentionStage
  /// The law of the case.
  package let law: DetentionLaw
  /// First order, extension or exception.
  package let grant: DetentionGrant
  /// The order's number.
  package let letter: String
  /// The first day, counted as day one.
  package let first: CivilDate
  /// The last lawful day.
  package let last: CivilDate
}

extension TermDraft: DraftRow {
  private static let idColumn = Column<DetentionTerm.ID>("id", ["ID"], .identifier(), example: "te-0C0NT0HA")
  private static let inmateColumn = Column(
    "inmate", ["No. Registrasi", "No Reg", "Register number"], .inmate, .required, example: "A.III.123/2026")
  private static let caseColumn = Column(
    "caseFile", ["No. Perkara", "Nomor Perkara", "Case"], .text(.documentNumber), example: "123/Pid.B/2026/PN Contoh")
  private static let stageColumn = Column("stage", ["Tahap", "Tahapan"], .word(.stage), .required, example: "A.III")
  private static let lawColumn = Column(
    "law", ["KUHAP", "Hukum Acara", "Undang-undang"], .word(.law), .required, example: "baru")
  private static let grantColumn = Column(
    "grant", ["Jenis", "Jenis Surat"], .word(.grant), .required, example: "pertama")
  private static let letterColumn = Column(
    "letter", ["No. Surat", "Nomor Surat", "Letter number"], .text(.documentNumber), .required,
    example: "CONTOH-REKAAN/123/2026")
  private static let firstColumn = Column(
    "first", ["Tgl Mulai", "Mulai", "From"], .date, .required, example: "24/08/2026")
  private static let lastColumn = Column(
    "last", ["Tgl Berakhir", "Berakhir", "Sampai", "Tgl Ekspirasi", "To"], .date, .required, example: "22/09/2026")

  /// The kind.
  package static let kind = ImportKind.terms

  /// The columns.
  package static let headings = [
    idColumn.heading, inmateColumn.heading, caseColumn.heading, stageColumn.heading, lawColumn.heading,
    grantColumn.heading, letterColumn.heading, firstColumn.heading, lastColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let inmate = row.requiredInmate(Self.inmateColumn)
    let caseFile = row.reference(Self.caseColumn)
    let stage = row.required(Self.stageColumn)
    let law = row.required(Self.lawColumn)
    let grant = row.required(Self.grantColumn)
    let letter = row.required(Self.letterColumn)
    let (first, last) = (row.required(Self.firstColumn), row.required(Self.lastColumn))
    row.requireOrder(first, last, "last")
    guard let inmate, let stage, let law, let grant, let letter, let first, let last else { return nil }
    self.init(
      places: row.places, id: id, inmate: inmate, caseFile: caseFile, stage: stage, law: law, grant: grant,
      letter: letter, first: first, last: last)
  }

  /// An id twice.
  package static func problems(across rows: [TermDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
