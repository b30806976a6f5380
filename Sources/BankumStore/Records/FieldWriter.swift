import BankumModel
import JSON

/// Takes the values of a record in their order.
struct FieldWriter {
  private(set) var fields: [Field] = []

  mutating func add(_ value: Int) { fields.append(.integer(Int64(value))) }
  mutating func add(_ value: Int?) { fields.append(value.map { .integer(Int64($0)) } ?? .null) }
  mutating func add(_ value: Int64) { fields.append(.integer(value)) }
  mutating func add(_ value: UInt64) { fields.append(.integer(Int64(bitPattern: value))) }
  mutating func add(_ value: UInt32) { fields.append(.integer(Int64(value))) }
  mutating func add(_ value: UInt32?) { fields.append(value.map { .integer(Int64($0)) } ?? .null) }
  mutating func add(_ value: Bool) { fields.append(.integer(value ? 1 : 0)) }
  mutating func add(_ value: String) { fields.append(.text(value)) }
  mutating func add(_ value: String?) { fields.append(value.map { .text($0) } ?? .null) }
  mutating func add(_ value: [UInt8]) { fields.append(.bytes(value)) }
  mutating func add(_ value: JSONValue) { add(value.text()) }

  mutating func add<Kind>(_ id: Identifier<Kind>) { fields.append(.integer(Int64(id.bits))) }
  mutating func add<Kind>(_ id: Identifier<Kind>?) { fields.append(id.map { .integer(Int64($0.bits)) } ?? .null) }
  mutating func add(_ value: some Coded) { add(value.code) }
  mutating func add<Value: Coded>(_ value: Value?) { add(value?.code) }
  mutating func add(_ date: CivilDate) { add(date.dayNumber) }
  mutating func add(_ date: CivilDate?) { add(date?.dayNumber) }
  mutating func add(_ time: MinuteOfDay) { add(time.minutes) }
  mutating func add(_ instant: Instant) { add(instant.milliseconds) }
  mutating func add(_ instant: Instant?) { fields.append(instant.map { .integer($0.milliseconds) } ?? .null) }
  mutating func add(_ language: LanguageCode) { add(language.code) }

  /// First and last day.
  mutating func add(_ days: OpenDateRange) {
    add(days.first)
    add(days.last)
  }

  /// Start and end.
  mutating func add(_ hours: MinuteRange) {
    add(hours.start)
    add(hours.end)
  }

  /// Day and minute.
  mutating func add(_ time: CivilTime) {
    add(time.date)
    add(time.minute)
  }

  /// A count, and each element as the closure writes it.
  mutating func add<Element>(
    list: some Collection<Element>, _ each: (Element, inout FieldWriter) -> Void
  ) {
    add(list.count)
    for element in list { each(element, &self) }
  }

  /// Members of a closed list in the order of their codes, so that equal sets give equal bytes.
  mutating func add(set: Set<some Coded>) {
    add(list: set.map(\.code).sorted()) { $1.add($0) }
  }

  /// Ids in the order of their bits, so that equal sets give equal bytes.
  mutating func add<Kind>(set: Set<Identifier<Kind>>) {
    add(list: set.sorted { $0.bits < $1.bits }) { $1.add($0) }
  }

  /// Whether there is a value, and its fields.
  mutating func add<Value>(optional value: Value?, _ write: (Value, inout FieldWriter) -> Void) {
    add(value != nil)
    if let value { write(value, &self) }
  }
}
