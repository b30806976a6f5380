/// How many rows each table holds, and a sum over them: signed with every commit, so that a row that was taken out, put
/// in, put back from an older copy or overwritten without the key is missed.
struct RegisterTally: Equatable, Sendable {
  /// One table's count and sum.
  struct Table: Equatable, Sendable {
    let name: String
    private(set) var rows: Int64 = 0
    // 128 bits, modulo 2^128: adding and taking away commute, so the order of writes does not matter.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ name: String) {
      self.name = name
    }

    mutating func add(_ summand: Summand) {
      rows += 1
      let (sum, carry) = low.addingReportingOverflow(summand.low)
      low = sum
      high = high &+ summand.high &+ (carry ? 1 : 0)
    }

    mutating func subtract(_ summand: Summand) {
      rows -= 1
      let (difference, borrow) = low.subtractingReportingOverflow(summand.low)
      low = difference
      high = high &- summand.high &- (borrow ? 1 : 0)
    }

    fileprivate func append(to bytes: inout [UInt8]) {
      FieldBytes.append(.text(name), to: &bytes)
      FieldBytes.append(.integer(rows), to: &bytes)
      FieldBytes.append(.integer(Int64(bitPattern: low)), to: &bytes)
      FieldBytes.append(.integer(Int64(bitPattern: high)), to: &bytes)
    }

    fileprivate init(_ reader: inout FieldReader) throws(StoreError) {
      name = try reader.text()
      rows = try reader.integer()
      low = UInt64(bitPattern: try reader.integer())
      high = UInt64(bitPattern: try reader.integer())
    }
  }

  /// What one row adds to a sum: the tag of its body, or a code over its columns; nothing where rows are only counted.
  struct Summand: Equatable, Sendable {
    static let none = Summand(low: 0, high: 0)

    let low: UInt64
    let high: UInt64

    private init(low: UInt64, high: UInt64) {
      self.low = low
      self.high = high
    }

    /// The last 16 bytes.
    init(_ bytes: some BidirectionalCollection<UInt8>) {
      func number(_ part: some Sequence<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
      let tag = bytes.suffix(Envelope.tagLength)
      self.init(low: number(tag.suffix(8)), high: number(tag.dropLast(8)))
    }
  }

  /// The id of the key under which rows without a tag are summed.
  let key: UInt32
  /// In the order of their names.
  var tables: [Table]

  /// Nothing in any table.
  init(key: UInt32, names: [String]) {
    self.key = key
    tables = names.sorted().map { Table($0) }
  }

  /// The bytes that are stored and signed.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tables.count * 40)
    FieldBytes.append(.integer(Int64(key)), to: &bytes)
    FieldBytes.append(.integer(Int64(tables.count)), to: &bytes)
    for table in tables { table.append(to: &bytes) }
    return bytes
  }

  /// Reads what `bytes` gave; throws `corrupted`.
  init(_ bytes: [UInt8]) throws(StoreError) {
    var reader = FieldReader(try FieldBytes.fields(of: bytes))
    key = try reader.user()
    tables = try reader.list { reader throws(StoreError) in try Table(&reader) }
  }
}
