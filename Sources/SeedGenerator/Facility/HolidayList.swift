import BankumModel

/// The holidays and collective leave of 2026 and 2027, and the invented hours of the sample house.
///
/// Sources of the days: joint decree of three ministers no. 1497, 2 and 5 of 2025 for 2026; for 2027 the exchange's
/// calendar Peng-00169/BEI.POP/09-2026 and lists that agree with it. Days that a religious court can move are marked.
enum HolidayList {
  static let lines: [HolidayLine] = opening + holidays.map { .holiday($0) } + ramadan

  private static let holidays: [Holiday] =
    list(
      2026, .publicHoliday,
      """
      01-01 Tahun Baru
      01-16 Isra Mikraj
      02-17 Imlek
      03-19 Nyepi
      03-21*Idul Fitri
      03-22*Idul Fitri
      04-03 Wafat Yesus Kristus
      04-05 Paskah
      05-01 Hari Buruh
      05-14 Kenaikan Yesus Kristus
      05-27*Idul Adha
      05-31 Waisak
      06-01 Hari Lahir Pancasila
      06-16 Tahun Baru Islam 1448
      08-17 Hari Kemerdekaan
      08-25 Maulid Nabi
      12-25 Natal
      """)
    + list(
      2026, .collectiveLeave,
      """
      02-16 Cuti bersama Imlek
      03-18 Cuti bersama Nyepi
      03-20 Cuti bersama Idul Fitri
      03-23 Cuti bersama Idul Fitri
      03-24 Cuti bersama Idul Fitri
      05-15 Cuti bersama Kenaikan
      05-28 Cuti bersama Idul Adha
      12-24 Cuti bersama Natal
      """)
    + list(
      2027, .publicHoliday,
      """
      01-01 Tahun Baru
      01-05 Isra Mikraj 1448
      02-06 Imlek 2578
      03-08 Nyepi 1949
      03-10*Idul Fitri 1448
      03-11*Idul Fitri 1448
      03-26 Wafat Yesus Kristus
      03-28 Paskah
      05-01 Hari Buruh
      05-06 Kenaikan Yesus Kristus
      05-17*Idul Adha
      05-20 Waisak 2571
      06-01 Hari Lahir Pancasila
      06-06 Tahun Baru Islam 1449
      08-15 Maulid Nabi
      08-17 Hari Kemerdekaan
      12-25 Natal
      12-26 Isra Mikraj 1449
      """)
    + list(
      2027, .collectiveLeave,
      """
      02-05 Cuti bersama Imlek
      03-09 Cuti bersama Idul Fitri
      03-12 Cuti bersama Idul Fitri
      03-15 Cuti bersama Idul Fitri
      03-25 Cuti bersama Wafat Yesus Kristus
      05-18 Cuti bersama Idul Adha
      05-19 Cuti bersama Waisak
      12-24 Cuti bersama Natal
      """)

  private static let opening: [HolidayLine] = {
    let long = hours("08:00-12:00,13:00-15:30")
    return [
      .weekly(.monday, long), .weekly(.tuesday, long), .weekly(.wednesday, long), .weekly(.thursday, long),
      .weekly(.friday, hours("08:00-11:30,14:00-15:30")),
    ]
  }()

  /// Ramadan 1448, counted back from Idul Fitri: not confirmed.
  private static let ramadan: [HolidayLine] = {
    guard let first = CivilDate(year: 2027, month: 2, day: 8), let last = CivilDate(year: 2027, month: 3, day: 9),
      let days = DateRange(first, last)
    else { return [] }
    return [
      .hours(days, nil, hours("08:00-12:00,12:30-15:00"), reason: "Ramadan 1448, perkiraan"),
      .hours(days, .friday, hours("08:00-11:30,14:00-15:00"), reason: "Ramadan 1448, perkiraan"),
    ]
  }()

  private static func list(_ year: Int, _ kind: Holiday.Kind, _ text: String) -> [Holiday] {
    text.split(separator: "\n").compactMap { line in
      guard let month = Int(line.prefix(2)), let day = Int(line.dropFirst(3).prefix(2)),
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      let name = String(line.dropFirst(6))
      return Holiday(date: date, kind: kind, name: name, mayMove: line.dropFirst(5).first == "*")
    }
  }

  private static func hours(_ text: String) -> OpeningHours { (try? OpeningHours(parsing: text)) ?? .closed }
}
