package import BankumModel

/// An advocate or a paralegal.
package struct AdvocateDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The id, where the file gives one.
  package let id: Advocate.ID?
  /// For whom, by short name, name or id.
  package let partner: Reference
  /// The name.
  package let name: String
  /// Advocate or paralegal.
  package let kind: AdvocateKind
  /// The sex.
  package let sex: Sex
  /// What he knows well.
  package let skills: Set<Skill>
  /// What he speaks; Indonesian if the file does not say.
  package let languages: Set<LanguageCode>
  /// The number of licence or certificate.
  package let licenceNumber: String?
  /// The days on which it holds.
  package let licence: OpenDateRange
  /// The days on which he works for the partner; as the licence if the file does not say.
  package let employment: OpenDateRange
  /// The most meetings on a day; nil: the house's usual.
  package let dailyCap: Int?
  /// The most meetings in a week; nil: the house's usual.
  package let weeklyCap: Int?
}

extension AdvocateDraft: DraftRow {
  private static let idColumn = Column<Advocate.ID>("id", ["ID"], .identifier(), example: "ad-0C0NT0HA")
  private static let partnerColumn = Column(
    "partner", ["LBH", "OBH", "Partner"], .text(.name), .required, example: "LBH-CONTOH")
  private static let nameColumn = Column(
    "name", ["Nama", "Nama Advokat"], .text(.name), .required, example: "ADVOKAT CONTOH REKAAN")
  private static let kindColumn = Column(
    "kind", ["Jenis", "Kualifikasi"], .word(.advocateKind), .required, example: "advokat")
  private static let sexColumn = Column("sex", ["JK", "Jenis Kelamin"], .word(.sex), .required, example: "P")
  private static let skillsColumn = Column(
    "skills", ["Keahlian", "Bidang"], .set(.word(.skill)), example: "narkotika, kekerasan")
  private static let languagesColumn = Column(
    "languages", ["Bahasa"], .set(.language), example: "Indonesia, Batak Toba")
  private static let licenceColumn = Column(
    "licenceNumber", ["No. Izin", "No. KTA", "Nomor Izin"], .text(.licenceNumber), example: "REKAAN-001")
  private static let licenceFromColumn = Column(
    "licence", ["Izin Mulai", "Licence from"], .date, .required, example: "01/01/2025")
  private static let licenceToColumn = Column(
    "licenceTo", ["Izin Berakhir", "Licence to"], .date, example: "31/12/2027")
  private static let fromColumn = Column("employment", ["Bekerja Mulai", "Employed from"], .date)
  private static let toColumn = Column("employmentTo", ["Bekerja Sampai", "Employed to"], .date)
  private static let dailyColumn = Column(
    "dailyCap", ["Maks per Hari", "Daily"], .number(1...50), example: "6")
  private static let weeklyColumn = Column(
    "weeklyCap", ["Maks per Minggu", "Weekly"], .number(1...200), example: "12")

  /// The kind of import.
  package static let kind = ImportKind.advocates

  /// The columns.
  package static let headings = [
    idColumn.heading, partnerColumn.heading, nameColumn.heading, kindColumn.heading, sexColumn.heading,
    skillsColumn.heading, languagesColumn.heading, licenceColumn.heading, licenceFromColumn.heading,
    licenceToColumn.heading, fromColumn.heading, toColumn.heading, dailyColumn.heading, weeklyColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let partner = row.requiredReference(Self.partnerColumn)
    let (name, kind) = (row.required(Self.nameColumn), row.required(Self.kindColumn))
    let sex = row.required(Self.sexColumn)
    let (skills, languages) = (row.value(Self.skillsColumn) ?? [], row.value(Self.languagesColumn))
    let number = row.value(Self.licenceColumn)
    let (licenceFrom, licenceTo) = (row.required(Self.licenceFromColumn), row.value(Self.licenceToColumn))
    row.requireOrder(licenceFrom, licenceTo, "licenceTo")
    let (from, to) = (row.value(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "employmentTo")
    let (daily, weekly) = (row.value(Self.dailyColumn), row.value(Self.weeklyColumn))
    guard let partner, let name, let kind, let sex, let licenceFrom else { return nil }
    self.init(
      places: row.places, id: id, partner: partner, name: name, kind: kind, sex: sex, skills: skills,
      languages: languages ?? [.indonesian], licenceNumber: number,
      licence: OpenDateRange(licenceFrom, licenceTo), employment: OpenDateRange(from ?? licenceFrom, to),
      dailyCap: daily, weeklyCap: weekly)
  }

  /// An id twice.
  package static func problems(across rows: [AdvocateDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
