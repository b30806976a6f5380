import BankumModel

/// Writes values as bytes that no other values have: each with its kind and, for texts, its length.
struct DigestBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    bytes.append(UInt8(ascii: "i"))
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func add(_ text: String) {
    bytes.append(UInt8(ascii: "t"))
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func add(_ date: CivilDate) { add(date.dayNumber) }

  mutating func add(_ hours: MinuteRange) {
    add(hours.start.minutes)
    add(hours.end.minutes)
  }

  mutating func add<Kind>(_ id: Identifier<Kind>) { add(Int(truncatingIfNeeded: id.bits)) }

  mutating func add<Kind>(_ ids: Set<Identifier<Kind>>) { addAll(ids.sorted { $0.bits < $1.bits }) { $0.add($1) } }

  mutating func add(_ days: OpenDateRange) {
    add(days.first)
    add(days.last) { $0.add($1) }
  }

  mutating func add(_ days: DateRange) {
    add(days.first)
    add(days.last)
  }

  /// The codes of a set, in order.
  mutating func add<Member: Coded>(codes: Set<Member>) { addAll(codes.map(\.code).sorted()) { $0.add($1) } }

  /// A value that may be missing.
  mutating func add<Value>(_ value: Value?, _ write: (inout DigestBytes, Value) -> Void) {
    add(value != nil)
    if let value { write(&self, value) }
  }

  /// Values in the order given, with their count.
  mutating func addAll<Value>(_ values: [Value], _ write: (inout DigestBytes, Value) -> Void) {
    add(values.count)
    for value in values { write(&self, value) }
  }

  /// Values as a set: each is written by itself, and the writings are put in order.
  mutating func addSet<Value>(_ values: [Value], _ write: (inout DigestBytes, Value) -> Void) {
    let written = values.map { value -> [UInt8] in
      var own = DigestBytes()
      write(&own, value)
      return own.bytes
    }
    add(values.count)
    for one in written.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += one }
  }
}
