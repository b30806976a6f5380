extension Language {
  /// A quantity with its digits grouped: `3,290` in English, `3.290` in Indonesian.
  package func quantity(_ number: Int) -> String {
    let separator: Character = self == .english ? "," : "."
    let digits = String(number.magnitude)
    var grouped = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.utf8.count - index) % 3 == 0 { grouped.append(separator) }
      grouped.append(digit)
    }
    return grouped
  }

  /// A day with its weekday: `Tue 24 Nov 2026`, `Sel 24 Nov 2026`. A day that no calendar has stays in digits.
  package func day(_ day: CivilDay) -> String {
    guard let weekday = day.weekday else { return day.digits }
    let weekdays: [String]
    let months: [String]
    switch self {
    case .english:
      weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    case .indonesian:
      weekdays = ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"]
      months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    }
    return "\(weekdays[weekday - 1]) \(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// A time of day: `10:00` in English, `10.00` in Indonesian.
  package func time(_ time: ClockTime) -> String {
    let separator = self == .english ? ":" : "."
    return twoDigits(time.hour) + separator + twoDigits(time.minute)
  }

  /// Texts joined by commas; none at all is a word, so that a sentence never breaks off.
  package func list(_ texts: [String]) -> String {
    if texts.isEmpty { return self == .english ? "none" : "tidak ada" }
    return texts.joined(separator: ", ")
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
