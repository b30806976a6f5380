import BankumModel
import BankumStore

/// What stands on the lines of dockets beside people: few things, looked up again and again.
struct DocketHouse: Sendable {
  let rooms: [Room.ID: Room]
  let blocks: [Block.ID: Block]
  let partners: [Partner.ID: Partner]
  let advocates: [Advocate.ID: Advocate]
  let clock: DetentionClock

  init(_ reading: Reading, today: CivilDate) throws {
    rooms = try Self.byID(reading)
    blocks = try Self.byID(reading)
    partners = try Self.byID(reading)
    advocates = try Self.byID(reading)
    clock = try DetentionClock(rules: reading.rules(), on: today)
  }

  /// The block of an id or a name; names are told apart without regard to capitals.
  func block(_ text: String) -> Block.ID? {
    if let id = try? Block.ID(parsing: text), blocks[id] != nil { return id }
    return blocks.values.first { $0.name.lowercased() == text.lowercased() }?.id
  }

  private static func byID<Value: Stored & Entity>(
    _ reading: Reading
  ) throws(StoreError) -> [Identifier<Value>: Value] where Value.ID == Identifier<Value> {
    var found: [Identifier<Value>: Value] = [:]
    for value in try reading.all(Value.self) { found[value.id] = value }
    return found
  }
}
