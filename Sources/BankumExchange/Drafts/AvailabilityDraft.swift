package import BankumModel

/// Hours in which somebody can come: every week on a weekday, or on one day.
package struct AvailabilityDraft: Hashable, Sendable {
  /// Where the fields stand.
  package let places: RowPlaces
  /// The id, where the file gives one.
  package let id: Availability.ID?
  /// Who, by name or id.
  package let advocate: Reference
  /// Only on this weekday; nil: on every day of `days`.
  package let weekday: Weekday?
  /// The days on which it holds.
  package let days: OpenDateRange
  /// From when until when.
  package let hours: MinuteRange
  /// The day on which it was last confirmed; nil: not said.
  package let confirmedOn: CivilDate?
}

extension AvailabilityDraft: DraftRow {
  private static let idColumn = Column<Availability.ID>("id", ["ID"], .identifier(), example: "av-0C0NT0HA")
  private static let advocateColumn = Column(
    "advocate", ["Advokat", "Nama Advokat", "Nama"], .text(.name), .required, example: "ADVOKAT CONTOH REKAAN")
  private static let weekdayColumn = Column("weekday", ["Hari", "Day"], .word(.weekday), example: "Selasa")
  private static let fromColumn = Column(
    "days", ["Mulai", "Tanggal", "From", "Date"], .date, .required, example: "23/11/2026")
  private static let toColumn = Column("daysTo", ["Sampai", "To"], .date, example: "29/01/2027")
  private static let hoursColumn = Column("hours", ["Jam", "Pukul"], .hours, .required, example: "08:30-11:30")
  private static let confirmedColumn = Column(
    "confirmedOn", ["Dikonfirmasi", "Tgl Konfirmasi", "Confirmed"], .date, example: "16/11/2026")

  /// The kind.
  package static let kind = ImportKind.availability

  /// The columns.
  package static let headings = [
    idColumn.heading, advocateColumn.heading, weekdayColumn.heading, fromColumn.heading, toColumn.heading,
    hoursColumn.heading, confirmedColumn.heading,
  ]

  /// Takes a row apart. Without a weekday and a last day it holds on its first day alone.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let advocate = row.requiredReference(Self.advocateColumn)
    let weekday = row.value(Self.weekdayColumn)
    let (from, to) = (row.required(Self.fromColumn), row.value(Self.toColumn))
    row.requireOrder(from, to, "daysTo")
    let (hours, confirmed) = (row.required(Self.hoursColumn), row.value(Self.confirmedColumn))
    guard let advocate, let from, let hours else { return nil }
    let last = weekday == nil && row.isEmpty("daysTo") ? from : to
    self.init(
      places: row.places, id: id, advocate: advocate, weekday: weekday, days: OpenDateRange(from, last),
      hours: hours, confirmedOn: confirmed)
  }

  /// An id twice.
  package static func problems(across rows: [AvailabilityDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
