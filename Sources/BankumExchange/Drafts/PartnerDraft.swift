package import BankumModel

/// A legal-aid organisation.
package struct PartnerDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The partner's id, where the file gives one.
  package let id: Partner.ID?
  /// The full name.
  package let name: String
  /// What lists print.
  package let shortName: String
  /// The days of its agreement.
  package let agreement: OpenDateRange
  /// The class.
  package let accreditationClass: AccreditationClass
  /// The days of its accreditation.
  package let accreditation: OpenDateRange
  /// The weighted open load that it says it can carry.
  package let capacity: Int
  /// Its agreed share of new matters in thousandths.
  package let sharePerMille: Int
  /// The most meetings a planning horizon may give it.
  package let quota: Int?
}

extension PartnerDraft: DraftRow {
  private static let idColumn = Column<Partner.ID>("id", ["ID"], .identifier(), example: "pa-0C0NT0HA")
  private static let nameColumn = Column(
    "name", ["Nama LBH", "Nama", "Nama OBH"], .text(.name), .required, example: "Lembaga Bantuan Hukum Contoh (rekaan)")
  private static let shortColumn = Column(
    "shortName", ["Singkatan", "Nama Pendek"], .text(.shortName), .required, example: "LBH-CONTOH")
  private static let agreementFromColumn = Column(
    "agreement", ["PKS Mulai", "Perjanjian Mulai", "Agreement from"], .date, .required, example: "11/11/2025")
  private static let agreementToColumn = Column(
    "agreementTo", ["PKS Berakhir", "Perjanjian Berakhir", "Agreement to"], .date)
  private static let classColumn = Column(
    "accreditationClass", ["Akreditasi", "Kelas", "Class"], .word(.accreditation), .required, example: "B")
  private static let fromColumn = Column(
    "accreditation", ["Akreditasi Mulai", "Accreditation from"], .date, .required, example: "01/01/2025")
  private static let toColumn = Column(
    "accreditationTo", ["Akreditasi Berakhir", "Berlaku Sampai", "Accreditation to"], .date, example: "31/12/2027")
  private static let capacityColumn = Column(
    "capacity", ["Kapasitas"], .number(0...100_000), .required, example: "120")
  private static let shareColumn = Column(
    "sharePerMille", ["Porsi", "Share"], .percentAsPerMille, .required, example: "25%")
  private static let quotaColumn = Column("quota", ["Kuota"], .number(0...100_000))

  /// The kind.
  package static let kind = ImportKind.partners

  /// The columns.
  package static let headings = [
    idColumn.heading, nameColumn.heading, shortColumn.heading, agreementFromColumn.heading,
    agreementToColumn.heading, classColumn.heading, fromColumn.heading, toColumn.heading, capacityColumn.heading,
    shareColumn.heading, quotaColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let (name, short) = (row.required(Self.nameColumn), row.required(Self.shortColumn))
    let (agreementFrom, agreementTo) = (row.required(Self.agreementFromColumn), row.value(Self.agreementToColumn))
    row.requireOrder(agreementFrom, agreementTo, "agreementTo")
    let accreditationClass = row.required(Self.classColumn)
    let (from, to) = (row.required(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "accreditationTo")
    let (capacity, share) = (row.required(Self.capacityColumn), row.required(Self.shareColumn))
    let quota = row.value(Self.quotaColumn)
    guard let name, let short, let agreementFrom, let accreditationClass, let from, let capacity, let share else {
      return nil
    }
    self.init(
      places: row.places, id: id, name: name, shortName: short,
      agreement: OpenDateRange(agreementFrom, agreementTo), accreditationClass: accreditationClass,
      accreditation: OpenDateRange(from, to), capacity: capacity, sharePerMille: share, quota: quota)
  }

  /// An id or a short name twice.
  package static func problems(across rows: [PartnerDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
      + duplicates(rows, field: "shortName", value: { $0 }, key: { TextKey.of($0.shortName) })
  }
}
