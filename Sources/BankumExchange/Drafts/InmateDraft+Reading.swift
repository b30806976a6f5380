import BankumModel

extension InmateDraft: DraftRow {
  private static let nameColumn = Column(
    "name", ["Nama", "Nama Lengkap", "Nama WBP", "Nama Penghuni", "Full name"], .text(.name), .required,
    example: "CONTOH REKAAN BIN UJI alias SAMPEL")
  private static let numberColumn = Column(
    "number", ["No. Registrasi", "No Reg", "Nomor Registrasi", "Nomor Register", "No Register", "Register number"],
    .registerNumber, .required, example: "A.III.123/2026")
  private static let enteredColumn = Column(
    "enteredOn", ["Tgl Masuk", "Tanggal Masuk", "Tgl Masuk UPT", "Entered", "Entry date"], .date, .required,
    example: "24/08/2026")
  private static let expiresColumn = Column(
    "expiresOn", ["Tgl Ekspirasi", "Tanggal Ekspirasi", "Ekspirasi", "Expires", "Expiry date"], .date,
    example: "21/11/2026")
  private static let aliasColumn = Column(
    "aliases", ["Alias", "Nama Alias", "Nama Lain", "Nama Kecil"], .list(.text(.name)), .repeated, example: "CONTOH")
  private static let blockColumn = Column("block", ["Blok", "Nama Blok"], .block, example: "Blok A")
  private static let cellColumn = Column(
    "cell", ["Lokasi Sel", "Kamar", "Sel", "No Kamar"], .text(.cell), example: "A-12")
  private static let serialColumn = Column(
    "serialNumber", ["Nomor Induk", "No Induk", "NI"], .text(.serialNumber), example: "0000001")
  private static let birthColumn = Column(
    "birthDate", ["Tgl Lahir", "Tanggal Lahir", "Date of birth", "Born"], .birthDate, example: "17/08/1990")
  private static let sexColumn = Column(
    "sex", ["Jenis Kelamin", "JK", "L/P", "Kelamin", "Gender"], .word(.sex), example: "L")
  private static let residenceColumn = Column(
    "residence", ["Kota Asal", "Kab/Kota", "Asal", "Domisili", "Kabupaten Kota"], .residence, example: "Kota Medan")
  private static let languagesColumn = Column(
    "languages", ["Bahasa", "Language"], .list(.language), example: "Indonesia, Batak Toba")
  private static let needsColumn = Column(
    "needs", ["Kebutuhan Khusus", "Kebutuhan", "Special needs"], .set(.word(.need)), example: "lantai dasar")
  private static let trainingColumn = Column(
    "training", ["Kegiatan", "Pelatihan", "Program Pembinaan"], .list(.text(.programmeName)), example: "Roti")

  /// The kind.
  package static let kind = ImportKind.inmates

  /// In the order of the export, what it does not have behind.
  package static let headings = [
    nameColumn.heading, numberColumn.heading, enteredColumn.heading, expiresColumn.heading, aliasColumn.heading,
    blockColumn.heading, cellColumn.heading, serialColumn.heading, birthColumn.heading, sexColumn.heading,
    residenceColumn.heading, languagesColumn.heading, needsColumn.heading, trainingColumn.heading,
  ]

  /// Takes a line apart.
  package init?(_ row: inout RowCursor) {
    let fullName = row.required(Self.nameColumn)
    let number = row.required(Self.numberColumn)
    let entered = row.required(Self.enteredColumn)
    let written = fullName.map(AliasText.split)
    let aliases = (written?.aliases ?? []) + row.values(Self.aliasColumn).flatMap { $0 }
    let birth = row.value(Self.birthColumn)
    let expires = row.value(Self.expiresColumn)
    row.requireOrder(birth, entered, "enteredOn")
    let block = row.reference(Self.blockColumn)
    let cell = row.value(Self.cellColumn)
    if cell != nil, block == nil, row.isEmpty("block") {
      row.note(.neededToo, "block", parameters: row.names(of: [Self.cellColumn.heading]))
    }
    let training = row.value(Self.trainingColumn).map { names in
      names.map { Reference(text: $0, place: row.places.place(of: "training")) }
    }
    let (serial, sex) = (row.value(Self.serialColumn), row.value(Self.sexColumn))
    let (residence, needs) = (row.value(Self.residenceColumn), row.value(Self.needsColumn))
    let languages = row.value(Self.languagesColumn)
    guard let written, let number, let entered else { return nil }
    guard !written.name.isEmpty else {
      row.note(.valueMissing, "name")
      return nil
    }
    self.init(
      places: row.places, name: written.name, aliases: AliasText.unique(aliases, besides: written.name),
      number: number, serialNumber: serial, birthDate: birth, sex: sex, residence: residence, enteredOn: entered,
      expiresOn: expires, block: block, cell: cell, languages: languages, needs: needs, training: training)
  }

  /// A register number or *nomor induk* that two lines have.
  package static func problems(across rows: [InmateDraft]) -> [ImportProblem] {
    duplicates(rows, field: "number", value: \.text, key: \.number)
      + duplicates(rows, field: "serialNumber", value: { $0 }, key: \.serialNumber)
  }
}
