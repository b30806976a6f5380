import BankumModel
import JSON

/// Takes the values of a record in their order.
struct FieldWriter {
  private(set) var fields: [Field] = []
  /// Where the values begin, one for each value that was handed over as a whole; only if that was asked for.
  private(set) var starts: [Int] = []
  private let notesStarts: Bool
  private var depth = 0

  init(notesStarts: Bool = false) {
    self.notesStarts = notesStarts
  }

  /// The fields of each value, in their order.
  var parts: [[Field]] {
    zip(starts, starts.dropFirst() + [fields.count]).map { Array(fields[$0..<$1]) }
  }

  /// What the closure adds is one value.
  mutating func together(_ write: (inout FieldWriter) -> Void) {
    noteStart()
    depth += 1
    write(&self)
    depth -= 1
  }

  mutating func append(_ field: Field) {
    noteStart()
    fields.append(field)
  }

  private mutating func noteStart() {
    if notesStarts, depth == 0 { starts.append(fields.count) }
  }

  mutating func add(_ value: Int) { append(.integer(Int64(value))) }
  mutating func add(_ value: Int?) { append(value.map { .integer(Int64($0)) } ?? .null) }
  mutating func add(_ value: Int64) { append(.integer(value)) }
  mutating func add(_ value: UInt64) { append(.integer(Int64(bitPattern: value))) }
  mutating func add(_ value: UInt32) { append(.integer(Int64(value))) }
  mutating func add(_ value: UInt32?) { append(value.map { .integer(Int64($0)) } ?? .null) }
  mutating func add(_ value: Bool) { append(.integer(value ? 1 : 0)) }
  mutating func add(_ value: String) { append(.text(value)) }
  mutating func add(_ value: String?) { append(value.map { .text($0) } ?? .null) }
  mutating func add(_ value: [UInt8]) { append(.bytes(value)) }
  mutating func add(_ value: JSONValue) { add(value.text()) }

  mutating func add<Kind>(_ id: Identifier<Kind>) { append(.integer(Int64(id.bits))) }
  mutating func add<Kind>(_ id: Identifier<Kind>?) { append(id.map { .integer(Int64($0.bits)) } ?? .null) }
  mutating func add(_ value: some Coded) { add(value.code) }
  mutating func add<Value: Coded>(_ value: Value?) { add(value?.code) }
  mutating func add(_ date: CivilDate) { add(date.dayNumber) }
  mutating func add(_ date: CivilDate?) { add(date?.dayNumber) }
  mutating func add(_ time: MinuteOfDay) { add(time.minutes) }
  mutating func add(_ instant: Instant) { add(instant.milliseconds) }
  mutating func add(_ instant: Instant?) { append(instant.map { .integer($0.milliseconds) } ?? .null) }
  mutating func add(_ language: LanguageCode) { add(language.code) }

  /// First and last day.
  mutating func add(_ days: OpenDateRange) {
    together {
      $0.add(days.first)
      $0.add(days.last)
    }
  }

  /// Start and end.
  mutating func add(_ hours: MinuteRange) {
    together {
      $0.add(hours.start)
      $0.add(hours.end)
    }
  }

  /// Day and minute.
  mutating func add(_ time: CivilTime) {
    together {
      $0.add(time.date)
      $0.add(time.minute)
    }
  }

  /// A count, and each element as the closure writes it.
  mutating func add<Element>(
    list: some Collection<Element>, _ each: (Element, inout FieldWriter) -> Void
  ) {
    together { writer in
      writer.add(list.count)
      for element in list { each(element, &writer) }
    }
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
    together { writer in
      writer.add(value != nil)
      if let value { write(value, &writer) }
    }
  }
}
