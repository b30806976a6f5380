import BankumModel
import JSON

/// Gives the values of a record back in the order in which they were written. Anything unexpected is `corrupted`.
struct FieldReader {
  private let fields: [Field]
  private var position = 0

  init(_ fields: [Field]) {
    self.fields = fields
  }

  /// Whether everything was read.
  var isAtEnd: Bool { position == fields.count }

  mutating func next() throws(StoreError) -> Field {
    guard position < fields.count else { throw Self.damage("too short") }
    position += 1
    return fields[position - 1]
  }

  static func damage(_ what: String) -> StoreError { StoreError(.corrupted, "a record with \(what)") }

  mutating func integer() throws(StoreError) -> Int64 {
    guard case .integer(let value) = try next() else { throw Self.damage("no number where one was stored") }
    return value
  }

  mutating func optionalInteger() throws(StoreError) -> Int64? {
    switch try next() {
    case .integer(let value): value
    case .null: nil
    case .text, .bytes: throw Self.damage("no number where one was stored")
    }
  }

  mutating func int() throws(StoreError) -> Int { Int(try integer()) }

  mutating func optionalInt() throws(StoreError) -> Int? { try optionalInteger().map { Int($0) } }

  mutating func user() throws(StoreError) -> UInt32 {
    guard let user = UInt32(exactly: try integer()) else { throw Self.damage("no user where one was stored") }
    return user
  }

  mutating func optionalUser() throws(StoreError) -> UInt32? {
    guard let number = try optionalInteger() else { return nil }
    guard let user = UInt32(exactly: number) else { throw Self.damage("no user where one was stored") }
    return user
  }

  mutating func bool() throws(StoreError) -> Bool { try integer() != 0 }

  mutating func text() throws(StoreError) -> String {
    guard case .text(let value) = try next() else { throw Self.damage("no text where one was stored") }
    return value
  }

  mutating func optionalText() throws(StoreError) -> String? {
    switch try next() {
    case .text(let value): value
    case .null: nil
    case .integer, .bytes: throw Self.damage("no text where one was stored")
    }
  }

  mutating func bytes() throws(StoreError) -> [UInt8] {
    guard case .bytes(let value) = try next() else { throw Self.damage("no bytes where some were stored") }
    return value
  }

  mutating func json() throws(StoreError) -> JSONValue {
    let text = try text()
    guard let value = JSONValue(stored: text.utf8) else { throw Self.damage("no JSON where some was stored") }
    return value
  }

  mutating func id<Kind>(_ type: Identifier<Kind>.Type = Identifier<Kind>.self) throws(StoreError) -> Identifier<Kind> {
    Identifier<Kind>(bits: UInt64(bitPattern: try integer()))
  }

  mutating func optionalID<Kind>(
    _ type: Identifier<Kind>.Type = Identifier<Kind>.self
  ) throws(StoreError) -> Identifier<Kind>? {
    try optionalInteger().map { Identifier<Kind>(bits: UInt64(bitPattern: $0)) }
  }

  mutating func code<Value: Coded>(_ type: Value.Type = Value.self) throws(StoreError) -> Value {
    guard let value = Value(rawValue: try text()) else { throw Self.damage("an unknown code") }
    return value
  }

  mutating func optionalCode<Value: Coded>(_ type: Value.Type = Value.self) throws(StoreError) -> Value? {
    guard let code = try optionalText() else { return nil }
    guard let value = Value(rawValue: code) else { throw Self.damage("an unknown code") }
    return value
  }

  mutating func date() throws(StoreError) -> CivilDate { CivilDate(dayNumber: try int()) }

  mutating func optionalDate() throws(StoreError) -> CivilDate? {
    try optionalInt().map { CivilDate(dayNumber: $0) }
  }

  mutating func minute() throws(StoreError) -> MinuteOfDay {
    guard let minute = MinuteOfDay(minutes: try int()) else { throw Self.damage("no time of day") }
    return minute
  }

  mutating func instant() throws(StoreError) -> Instant { Instant(milliseconds: try integer()) }

  mutating func optionalInstant() throws(StoreError) -> Instant? {
    try optionalInteger().map { Instant(milliseconds: $0) }
  }

  mutating func language() throws(StoreError) -> LanguageCode {
    let text = try text()
    do { return try LanguageCode(parsing: text) } catch { throw Self.damage("an unknown language") }
  }

  mutating func optionalLanguage() throws(StoreError) -> LanguageCode? {
    guard let text = try optionalText() else { return nil }
    do { return try LanguageCode(parsing: text) } catch { throw Self.damage("an unknown language") }
  }

  mutating func days() throws(StoreError) -> OpenDateRange { OpenDateRange(try date(), try optionalDate()) }

  mutating func hours() throws(StoreError) -> MinuteRange {
    guard let hours = MinuteRange(try minute(), try minute()) else { throw Self.damage("hours that end first") }
    return hours
  }

  mutating func civilTime() throws(StoreError) -> CivilTime { CivilTime(try date(), try minute()) }

  mutating func list<Element>(
    _ each: (inout FieldReader) throws(StoreError) -> Element
  ) throws(StoreError) -> [Element] {
    let count = try int()
    guard (0...fields.count).contains(count) else { throw Self.damage("a list without an end") }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try each(&self)) }
    return elements
  }

  mutating func codes<Value: Coded>(_ type: Value.Type = Value.self) throws(StoreError) -> Set<Value> {
    Set(try list { reader throws(StoreError) in try reader.code(Value.self) })
  }

  mutating func ids<Kind>(
    _ type: Identifier<Kind>.Type = Identifier<Kind>.self
  ) throws(StoreError) -> Set<Identifier<Kind>> {
    Set(try list { reader throws(StoreError) in try reader.id(Identifier<Kind>.self) })
  }

  mutating func optional<Value>(
    _ read: (inout FieldReader) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    try bool() ? try read(&self) : nil
  }
}
