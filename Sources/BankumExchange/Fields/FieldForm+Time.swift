import BankumModel

extension FieldForm where Value == CivilDate {
  /// A day between 1900 and 2100.
  static var date: FieldForm { date(.recent) }

  /// A day of birth.
  static var birthDate: FieldForm { date(.birth) }

  private static func date(_ century: DateText.Century) -> FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      let date: CivilDate
      do throws(DateText.Fault) { date = try DateText.parse(text, century: century) } catch {
        throw FieldFault(error == .syntax ? .dateSyntax : .dateNotReal)
      }
      guard (1900...2100).contains(date.year) else {
        throw FieldFault(.dateImplausible, ["1900-01-01", "2100-12-31"])
      }
      return date
    }
  }
}

extension FieldForm where Value == MinuteRange {
  /// Hours of one day: `08:00-11:30`, `08.00 s/d 11.30 WIB`.
  static var hours: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      guard let range = HoursText.range(text) else { throw FieldFault(.hoursSyntax) }
      return range
    }
  }
}

extension FieldForm where Value == OpeningHours {
  /// Several stretches of a day, or closed: `08:00-11:30, 13:00-15:00`, `tutup`.
  static var openingHours: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      if ["closed", "tutup", "libur"].contains(TextKey.of(text)) { return .closed }
      var ranges: [MinuteRange] = []
      for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "+" || $0 == "&" }) {
        guard let range = HoursText.range(String(part)) else { throw FieldFault(.hoursSyntax) }
        ranges.append(range)
      }
      guard !ranges.isEmpty else { throw FieldFault(.hoursSyntax) }
      return OpeningHours(ranges)
    }
  }
}
