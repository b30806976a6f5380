@testable import BankumModel

/// The holidays of 2026 and 2027 as the joint decrees list them; a star marks a day that may move.
enum Holidays {
  static let publicHolidays = """
    2026-01-01 Tahun Baru;2026-01-16 Isra Mikraj*;2026-02-17 Imlek;2026-03-19 Nyepi;2026-03-21 Idul Fitri*;\
    2026-03-22 Idul Fitri*;2026-04-03 Wafat Yesus;2026-04-05 Paskah;2026-05-01 Buruh;2026-05-14 Kenaikan;\
    2026-05-27 Idul Adha*;2026-05-31 Waisak;2026-06-01 Pancasila;2026-06-16 1 Muharam*;2026-08-17 Kemerdekaan;\
    2026-08-25 Maulid*;2026-12-25 Natal;\
    2027-01-01 Tahun Baru;2027-01-05 Isra Mikraj*;2027-02-06 Imlek;2027-03-08 Nyepi;2027-03-10 Idul Fitri*;\
    2027-03-11 Idul Fitri*;2027-03-26 Wafat Yesus;2027-03-28 Paskah;2027-05-01 Buruh;2027-05-06 Kenaikan;\
    2027-05-17 Idul Adha*;2027-05-20 Waisak;2027-06-01 Pancasila;2027-06-06 1 Muharam*;2027-08-17 Kemerdekaan;\
    2027-08-15 Maulid*;2027-12-25 Natal;2027-12-26 Isra Mikraj*
    """

  static let collectiveLeave = """
    2026-02-16 Imlek;2026-03-18 Nyepi;2026-03-20 Idul Fitri;2026-03-23 Idul Fitri;2026-03-24 Idul Fitri;\
    2026-05-15 Kenaikan;2026-05-28 Idul Adha;2026-12-24 Natal;\
    2027-02-05 Imlek;2027-03-09 Idul Fitri;2027-03-12 Idul Fitri;2027-03-15 Idul Fitri;2027-03-25 Wafat Yesus;\
    2027-05-18 Idul Adha;2027-05-19 Waisak;2027-12-24 Natal
    """

  static let all = parse(publicHolidays, .publicHoliday) + parse(collectiveLeave, .collectiveLeave)

  private static func parse(_ text: String, _ kind: Holiday.Kind) -> [Holiday] {
    text.split(separator: ";").map { line in
      Holiday(
        date: day(String(line.prefix(10))), kind: kind, name: String(line.dropFirst(11)), mayMove: line.hasSuffix("*"))
    }
  }

  /// The calendar of 2026 and 2027 with invented hours: a break at noon, a short Friday, Saturday mornings.
  static func calendar(_ decisions: [CalendarDecision] = []) -> WorkingCalendar {
    let ordinary = OpeningHours(hours("08:30-15:00"), breaks: [hours("12:00-13:00")])
    var weekly: [Weekday: OpeningHours] = [:]
    for weekday in [Weekday.monday, .tuesday, .wednesday, .thursday] { weekly[weekday] = ordinary }
    weekly[.friday] = OpeningHours([hours("08:30-11:30")])
    weekly[.saturday] = OpeningHours([hours("09:00-11:00")])
    return WorkingCalendar(years: [2026, 2027], holidays: all, weeklyHours: weekly, decisions: decisions)
  }
}
