import BankumModel

extension OutcomeDraft: DraftRow {
  private static let idColumn = Column<Session.ID>(
    "id", ["ID", "Session", "Sesi"], .identifier(), example: "se-0C0NT0HA")
  private static let outcomeColumn = Column(
    "outcome", ["Hasil"], .word(.outcome), .required, example: "terlaksana")
  private static let followUpColumn = Column(
    "followUp", ["Tindak Lanjut", "Lanjutan"], .word(.yesNo), example: "tidak")
  private static let inmateColumn = Column(
    "inmate", ["No. Registrasi", "No Reg", "Register number"], .inmate, example: "A.III.123/2026")
  private static let advocateColumn = Column(
    "advocate", ["Advokat"], .text(.name), example: "ADVOKAT CONTOH REKAAN")
  private static let dateColumn = Column("date", ["Tanggal"], .date, example: "18/11/2026")
  private static let hoursColumn = Column("hours", ["Jam", "Pukul"], .hours, example: "09:00-09:45")
  private static let serviceColumn = Column("service", ["Layanan"], .word(.service), example: "konsultasi")
  private static let roomColumn = Column("room", ["Ruang"], .text(.roomName), example: "Ruang Contoh (rekaan)")
  private static let requestColumn = Column<Request.ID>("request", ["Permohonan"], .identifier())

  /// The kind.
  package static let kind = ImportKind.outcomes

  /// The columns.
  package static let headings = [
    idColumn.heading, outcomeColumn.heading, followUpColumn.heading, inmateColumn.heading, advocateColumn.heading,
    dateColumn.heading, hoursColumn.heading, serviceColumn.heading, roomColumn.heading, requestColumn.heading,
  ]

  /// Takes a row apart.
  ///
  /// A row of the docket has an id, and whatever else the docket prints is not looked at. A meeting is described where
  /// there is no id, or where `date` and `hours` are filled and the inmate is named by a register number or an id (a
  /// docket prints his name); then advocate and service must be there too.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let outcome = row.value(Self.outcomeColumn)
    let followUp = row.value(Self.followUpColumn) ?? false
    let isDescribed =
      row.isEmpty("id") || row.holds(Self.inmateColumn) && !row.isEmpty("date") && !row.isEmpty("hours")
    if row.isEmpty("id"), row.isEmpty("outcome") { row.note(.valueMissing, "outcome") }
    guard isDescribed else {
      self.init(places: row.places, id: id, outcome: outcome, followUp: followUp, record: nil)
      return
    }
    for heading in [
      Self.inmateColumn.heading, Self.advocateColumn.heading, Self.dateColumn.heading, Self.hoursColumn.heading,
      Self.serviceColumn.heading,
    ] where row.isEmpty(heading.field) {
      row.note(.neededToo, heading.field, parameters: row.names(of: [Self.idColumn.heading]))
    }
    let (inmate, advocate) = (row.inmate(Self.inmateColumn), row.reference(Self.advocateColumn))
    let (date, hours) = (row.value(Self.dateColumn), row.value(Self.hoursColumn))
    let (service, room) = (row.value(Self.serviceColumn), row.reference(Self.roomColumn))
    let request = row.value(Self.requestColumn)
    guard let inmate, let advocate, let date, let hours, let service else { return nil }
    self.init(
      places: row.places, id: id, outcome: outcome, followUp: followUp,
      record: Record(
        inmate: inmate, advocate: advocate, date: date, hours: hours, service: service, room: room,
        request: request))
  }

  /// An id twice.
  package static func problems(across rows: [OutcomeDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
