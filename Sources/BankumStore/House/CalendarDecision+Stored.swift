package import BankumModel

extension CalendarDecision: Stored {
  package static let table = Table(
    "calendar_decision", ["scope", "first_day", "last_day"], isNumbered: true, identity: [])

  /// Decisions are only added, in the order in which they were made.
  package var rowKey: Int64? { nil }

  package func write(to record: inout RecordWriter) {
    record.columns.add(scope)
    record.columns.add(days.first)
    record.columns.add(days.last)
    record.body.add(weekday)
    record.body.add(reason)
    record.body.together { body in
      switch effect {
      case .close(let hours):
        body.add(0)
        body.add(hours?.text)
      case .open(let hours):
        body.add(1)
        body.add(hours?.text)
      case .hours(let hours):
        body.add(2)
        body.add(hours.text)
      }
    }
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let scope = try record.columns.code(Scope.self)
    guard let days = DateRange(try record.columns.date(), try record.columns.date()) else {
      throw FieldReader.damage("days backwards")
    }
    let weekday = try record.body.optionalCode(Weekday.self)
    let reason = try record.body.text()
    let kind = try record.body.int()
    let text = try record.body.optionalText()
    guard let effect = Self.effect(kind, text) else { throw FieldReader.damage("an effect that cannot be read") }
    self.init(days: days, weekday: weekday, scope: scope, effect: effect, reason: reason)
  }

  private static func effect(_ kind: Int, _ text: String?) -> Effect? {
    let hours = text.flatMap { try? OpeningHours(parsing: $0) }
    switch kind {
    case 0:
      guard let text else { return .close(hours: nil) }
      return (try? MinuteRange(parsing: text)).map { .close(hours: $0) }
    case 1: return text == nil || hours != nil ? .open(hours: hours) : nil
    case 2: return hours.map { .hours($0) }
    default: return nil
    }
  }
}
