package import BankumModel

/// Class hours of a training or a workshop. The rows of one programme have its name.
package struct TimetableDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The programme's id, where the file gives one.
  package let id: TrainingProgramme.ID?
  /// The programme's name.
  package let name: String
  /// How firmly its hours stand.
  package let trainingKind: TrainingKind
  /// Weekday, hours and days.
  package let classHours: ClassHours
}

extension TimetableDraft: DraftRow {
  private static let idColumn = Column<TrainingProgramme.ID>("id", ["ID"], .identifier(), example: "tp-0C0NT0HA")
  private static let nameColumn = Column(
    "name", ["Program", "Pelatihan", "Kegiatan", "Nama"], .text(.programmeName), .required, example: "Roti (rekaan)")
  private static let kindColumn = Column(
    "kind", ["Jenis"], .word(.trainingKind), .required, example: "bersertifikat")
  private static let weekdayColumn = Column("weekday", ["Hari", "Day"], .word(.weekday), .required, example: "Senin")
  private static let hoursColumn = Column("hours", ["Jam", "Pukul"], .hours, .required, example: "13:00-15:00")
  private static let fromColumn = Column("days", ["Mulai", "From"], .date, .required, example: "05/10/2026")
  private static let toColumn = Column("daysTo", ["Sampai", "To"], .date, example: "26/02/2027")

  /// The kind.
  package static let kind = ImportKind.timetable

  /// The columns.
  package static let headings = [
    idColumn.heading, nameColumn.heading, kindColumn.heading, weekdayColumn.heading, hoursColumn.heading,
    fromColumn.heading, toColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let (name, kind) = (row.required(Self.nameColumn), row.required(Self.kindColumn))
    let (weekday, hours) = (row.required(Self.weekdayColumn), row.required(Self.hoursColumn))
    let (from, to) = (row.required(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "daysTo")
    guard let name, let kind, let weekday, let hours, let from else { return nil }
    self.init(
      places: row.places, id: id, name: name, trainingKind: kind,
      classHours: ClassHours(weekday: weekday, hours: hours, days: OpenDateRange(from, to)))
  }

  /// Rows of one programme that disagree on its kind or its id.
  package static func problems(across rows: [TimetableDraft]) -> [ImportProblem] {
    var first: [String: TimetableDraft] = [:]
    var problems: [ImportProblem] = []
    for row in rows {
      guard let known = first[TextKey.of(row.name)] else {
        first[TextKey.of(row.name)] = row
        continue
      }
      let line = ["\(known.places.line)"]
      if row.trainingKind != known.trainingKind {
        problems.append(
          ImportProblem(
            .contradiction, at: row.places.place(of: "kind"), value: row.trainingKind.code, parameters: line))
      }
      if row.id != known.id {
        problems.append(
          ImportProblem(.contradiction, at: row.places.place(of: "id"), value: row.id?.text ?? "", parameters: line))
      }
    }
    return problems
  }
}
