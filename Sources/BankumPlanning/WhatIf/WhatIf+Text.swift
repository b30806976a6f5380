package import BankumModel

extension WhatIf: CustomStringConvertible {
  /// The change as `assign --what-if` takes it: one line, words separated by one blank.
  package var text: String {
    switch self {
    case .absent(let advocate, let days): "absent \(advocate.text) \(Self.text(days))"
    case .come(let advocate, let date, let hours): "come \(advocate.text) \(date.text) \(hours.text)"
    case .cap(let advocate, let daily, let weekly): "cap \(advocate.text) \(daily) \(weekly)"
    case .openRoom(let room, let date, let hours): "open room \(room.text) \(date.text) \(hours.text)"
    case .closeRoom(let room, let days, .wholeDay): "close room \(room.text) \(Self.text(days))"
    case .closeRoom(let room, let days, let hours): "close room \(room.text) \(Self.text(days)) \(hours.text)"
    case .addRoom(let date, let hours): "add room \(date.text) \(hours.text)"
    case .openHouse(let date, let hours): "open house \(date.text) \(hours.text)"
    case .closeHouse(let days): "close house \(Self.text(days))"
    case .escort(let block, let number): "escort \(block.text) \(number)"
    case .quota(let partner, let number): "quota \(partner.text) \(number.map { "\($0)" } ?? "none")"
    case .waive(let request, let waiver): "waive \(request.text) \(waiver.code)"
    case .permit(let request, let date): "permit \(request.text) \(date.text)"
    case .mandate(let request, let advocate): "mandate \(request.text) \(advocate.text)"
    case .reserve(let request, let advocate, let date, let start):
      "reserve \(request.text) \(advocate.text) \(date.text) \(start.text)"
    case .leave(let inmate): "leave \(inmate.text)"
    }
  }

  /// The change as `text`.
  package var description: String { text }

  /// Several changes as one text, separated by `; `.
  package static func text(_ changes: [WhatIf]) -> String { changes.map(\.text).joined(separator: "; ") }

  /// Reads one change or several separated by semicolons. Blanks between words do not count.
  ///
  /// Days are `2026-11-24`, `2026-11-24..2026-11-28` or `2026-11-24..28` for the same month. Throws `syntax` for a
  /// form that there is not, and as ids, dates and hours do.
  package static func changes(parsing text: String) throws(ModelError) -> [WhatIf] {
    var changes: [WhatIf] = []
    for part in text.split(separator: ";") { changes.append(try WhatIf(parsing: String(part))) }
    guard !changes.isEmpty else { throw unknown(text) }
    return changes
  }

  /// Reads one change. Throws as `changes(parsing:)`.
  package init(parsing text: String) throws(ModelError) {
    let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
    switch (words.first ?? "", words.count) {
    case ("absent", 3): self = .absent(try Identifier(parsing: words[1]), try Self.days(words[2]))
    case ("come", 4):
      self = .come(
        try Identifier(parsing: words[1]), try CivilDate(parsing: words[2]), try MinuteRange(parsing: words[3]))
    case ("cap", 4):
      self = .cap(
        try Identifier(parsing: words[1]), daily: try Self.number(words[2]), weekly: try Self.number(words[3]))
    case ("open", 5) where words[1] == "room":
      self = .openRoom(
        try Identifier(parsing: words[2]), try CivilDate(parsing: words[3]), try MinuteRange(parsing: words[4]))
    case ("open", 4) where words[1] == "house":
      self = .openHouse(try CivilDate(parsing: words[2]), try MinuteRange(parsing: words[3]))
    case ("close", 4...5) where words[1] == "room":
      let hours = words.count == 5 ? try MinuteRange(parsing: words[4]) : .wholeDay
      self = .closeRoom(try Identifier(parsing: words[2]), try Self.days(words[3]), hours)
    case ("close", 3) where words[1] == "house": self = .closeHouse(try Self.days(words[2]))
    case ("add", 4) where words[1] == "room":
      self = .addRoom(try CivilDate(parsing: words[2]), try MinuteRange(parsing: words[3]))
    case ("escort", 3): self = .escort(try Identifier(parsing: words[1]), try Self.number(words[2]))
    case ("quota", 3):
      self = .quota(try Identifier(parsing: words[1]), words[2] == "none" ? nil : try Self.number(words[2]))
    case ("waive", 3): self = .waive(try Identifier(parsing: words[1]), try Waiver(code: words[2]))
    case ("permit", 3): self = .permit(try Identifier(parsing: words[1]), try CivilDate(parsing: words[2]))
    case ("mandate", 3): self = .mandate(try Identifier(parsing: words[1]), try Identifier(parsing: words[2]))
    case ("reserve", 5):
      self = .reserve(
        try Identifier(parsing: words[1]), try Identifier(parsing: words[2]), try CivilDate(parsing: words[3]),
        try MinuteOfDay(parsing: words[4]))
    case ("leave", 2): self = .leave(try Identifier(parsing: words[1]))
    default: throw Self.unknown(text)
    }
  }

  private static func unknown(_ text: String) -> ModelError {
    ModelError(
      .syntax, value: text,
      expected: """
        absent, come, cap, open room, close room, add room, open house, close house, escort, quota, waive, permit, \
        mandate, reserve or leave with their words
        """)
  }

  private static func number(_ text: String) throws(ModelError) -> Int {
    guard text.utf8.count <= 6, text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let number = Int(text)
    else { throw ModelError(.syntax, value: text, expected: "a whole number up to 999999") }
    return number
  }

  /// One day as itself, several as first and last.
  private static func text(_ days: DateRange) -> String { days.count == 1 ? days.first.text : days.text }

  private static func days(_ text: String) throws(ModelError) -> DateRange {
    let units = Array(text.utf8)
    // `2026-11-24..28`: the last day of the same month.
    if units.count == 14, units[10] == UInt8(ascii: "."), units[11] == UInt8(ascii: ".") {
      return try DateRange(parsing: "\(text.prefix(10))..\(text.prefix(8))\(text.suffix(2))")
    }
    return try DateRange(parsing: text)
  }
}
