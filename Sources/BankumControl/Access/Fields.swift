import BankumModel
import BankumOffice

/// Reads the values of a call's parameters and keeps everything that is wrong, so that a caller hears of all of it at
/// once. What cannot be read stands in with some value until `check` throws.
struct Fields {
  private var problems: [OfficeProblem] = []

  /// Throws what was found wrong.
  func check() throws(OfficeError) {
    guard problems.isEmpty else { throw .invalid(problems) }
  }

  private mutating func read<Value>(_ otherwise: Value, _ body: () throws(OfficeError) -> Value) -> Value {
    do throws(OfficeError) { return try body() } catch {
      if case .invalid(let found) = error { problems += found }
      return otherwise
    }
  }

  /// A value that the model reads.
  private mutating func parse<Value>(
    _ text: String, _ place: String, _ expected: Expectation, _ otherwise: Value,
    _ body: (String) throws(ModelError) -> Value
  ) -> Value {
    do throws(ModelError) { return try body(text) } catch {
      problems.append(OfficeProblem(place: place, value: text, expected: expected))
      return otherwise
    }
  }

  mutating func id<Kind>(_ text: String, _ place: String) -> Identifier<Kind> {
    read(Identifier(bits: 0)) { () throws(OfficeError) in try Read.id(text, place) }
  }

  mutating func id<Kind>(_ text: String?, _ place: String) -> Identifier<Kind>? {
    guard let text else { return nil }
    return id(text, place) as Identifier<Kind>
  }

  mutating func date(_ text: String, _ place: String) -> CivilDate {
    read(.earliest) { () throws(OfficeError) in try Read.date(text, place) }
  }

  mutating func date(_ text: String?, _ place: String) -> CivilDate? {
    guard let text else { return nil }
    return date(text, place) as CivilDate
  }

  mutating func code<Value: Coded>(_ text: String, _ place: String) -> Value {
    let first = Value.allCases[Value.allCases.startIndex]
    return read(first) { () throws(OfficeError) in try Read.code(text, place) }
  }

  mutating func code<Value: Coded>(_ text: String?, _ place: String) -> Value? {
    guard let text else { return nil }
    return code(text, place) as Value
  }

  mutating func codes<Value: Coded>(_ texts: [String]?, _ place: String) -> [Value]? {
    guard let texts else { return nil }
    var values: [Value] = []
    for (index, text) in texts.enumerated() { values.append(code(text, "\(place)[\(index)]")) }
    return values
  }

  mutating func languages(_ texts: [String]?, _ place: String) -> [LanguageCode]? {
    guard let texts else { return nil }
    var values: [LanguageCode] = []
    for (index, text) in texts.enumerated() {
      let value = parse(text, "\(place)[\(index)]", .language, .indonesian) { (text) throws(ModelError) in
        try LanguageCode(parsing: text)
      }
      values.append(value)
    }
    return values
  }

  mutating func registerNumber(_ text: String, _ place: String) -> RegisterNumber? {
    parse(text, place, .registerNumber, nil) { (text) throws(ModelError) in try RegisterNumber(parsing: text) }
  }

  mutating func hours(_ text: String, _ place: String) -> MinuteRange {
    parse(text, place, .hours, .wholeDay) { (text) throws(ModelError) in try MinuteRange(parsing: text) }
  }

  mutating func hours(_ text: String?, _ place: String) -> MinuteRange? {
    guard let text else { return nil }
    return hours(text, place) as MinuteRange
  }

  mutating func openingHours(_ text: String, _ place: String) -> OpeningHours {
    parse(text, place, .hours, .closed) { (text) throws(ModelError) in try OpeningHours(parsing: text) }
  }

  /// A text that may be emptied.
  func edit(_ text: String?) -> Edit<String> {
    guard let text else { return .keep }
    return text.isEmpty ? .clear : .to(text)
  }

  /// A date that may be emptied.
  mutating func edit(_ text: String?, date place: String) -> Edit<CivilDate> {
    guard let text else { return .keep }
    return text.isEmpty ? .clear : .to(date(text, place))
  }

  /// A number that may be emptied.
  mutating func edit(_ text: String?, number place: String) -> Edit<Int> {
    guard let text else { return .keep }
    if text.isEmpty { return .clear }
    guard let number = Int(text) else {
      problems.append(OfficeProblem(place: place, value: text, expected: .number(0, 100_000)))
      return .keep
    }
    return .to(number)
  }

  /// Days from a first to a last one, or open.
  mutating func days(_ first: String, _ last: String?) -> OpenDateRange {
    let days = OpenDateRange(date(first, "from"), date(last, "to"))
    if problems.isEmpty, !days.isOrdered, let last {
      problems.append(OfficeProblem(place: "to", value: last, expected: .dayFrom(days.first)))
    }
    return days
  }

  /// Days from a first to a last one; without a last one that day alone.
  mutating func closedDays(_ first: String, _ last: String?) -> DateRange {
    let days = days(first, last ?? first)
    return DateRange(days.first, days.last ?? days.first) ?? DateRange(days.first)
  }

  /// Which part of a list.
  mutating func page(_ skip: Int?, _ limit: Int?) -> Page {
    let skipped = read(nil) { () throws(OfficeError) in try Read.number(skip, "skip", 0...1_000_000) }
    let most = read(nil) { () throws(OfficeError) in try Read.number(limit, "limit", 1...Page.most) }
    return Page(skip: skipped ?? 0, limit: most ?? Page.most)
  }
}
