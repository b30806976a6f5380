import BankumModel

extension HolidayDraft: DraftRow {
  private static let kindColumn = Column(
    "kind", ["Jenis"], .word(.holidayKind), .required, example: "libur nasional")
  private static let fromColumn = Column(
    "date", ["Tanggal", "Mulai", "From"], .date, example: "25/12/2026")
  private static let toColumn = Column("dateTo", ["Sampai", "To"], .date)
  private static let weekdayColumn = Column("weekday", ["Hari", "Day"], .word(.weekday))
  private static let hoursColumn = Column("hours", ["Jam", "Pukul"], .openingHours)
  private static let nameColumn = Column(
    "name", ["Nama", "Keterangan", "Alasan"], .text(.name), example: "Natal (contoh)")
  private static let movesColumn = Column("mayMove", ["Dapat Berubah", "Sidang Isbat"], .word(.yesNo))

  /// The kind.
  package static let kind = ImportKind.holidays

  /// The columns.
  package static let headings = [
    kindColumn.heading, fromColumn.heading, toColumn.heading, weekdayColumn.heading, hoursColumn.heading,
    nameColumn.heading, movesColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let kind = row.required(Self.kindColumn)
    let (from, to) = (row.value(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "dateTo")
    let (weekday, hours) = (row.value(Self.weekdayColumn), row.value(Self.hoursColumn))
    let (name, moves) = (row.value(Self.nameColumn), row.value(Self.movesColumn))
    guard let kind else { return nil }
    let content: Content?
    switch kind {
    case .publicHoliday, .collectiveLeave:
      Self.need(["date", "name"], &row)
      guard let from, let name else { return nil }
      content = .holiday(
        Holiday(
          date: from, kind: kind == .publicHoliday ? .publicHoliday : .collectiveLeave, name: name,
          mayMove: moves ?? false))
    case .openingHours:
      Self.need(row.isEmpty("date") ? ["weekday", "hours"] : ["hours", "name"], &row)
      guard let hours else { return nil }
      if row.isEmpty("date") {
        content = weekday.map { .weekly($0, hours) }
      } else {
        content = Self.days(from, to).flatMap { days in
          name.map {
            .decision(CalendarDecision(days: days, weekday: weekday, scope: .house, effect: .hours(hours), reason: $0))
          }
        }
      }
    case .houseClosed:
      Self.need(["date", "name"], &row)
      content = Self.days(from, to).flatMap { days in
        name.map {
          .decision(
            CalendarDecision(days: days, weekday: weekday, scope: .house, effect: .close(hours: nil), reason: $0))
        }
      }
    }
    guard let content else { return nil }
    self.init(places: row.places, content: content)
  }

  private static func need(_ fields: [String], _ row: inout RowCursor) {
    for field in fields where row.isEmpty(field) {
      row.note(.neededToo, field, parameters: row.names(of: [kindColumn.heading]))
    }
  }

  private static func days(_ from: CivilDate?, _ to: CivilDate?) -> DateRange? {
    from.flatMap { DateRange($0, to ?? $0) }
  }

  /// A day twice in the national list, a weekday twice in the weekly hours.
  package static func problems(across rows: [HolidayDraft]) -> [ImportProblem] {
    duplicates(rows, field: "date", value: \.text) { row -> CivilDate? in
      if case .holiday(let holiday) = row.content { holiday.date } else { nil }
    }
      + duplicates(rows, field: "weekday", value: \.code) { row -> Weekday? in
        if case .weekly(let weekday, _) = row.content { weekday } else { nil }
      }
  }
}
