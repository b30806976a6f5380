import BankumModel
import BankumStore

/// The things of one kind that an import writes, beside what the register knew.
struct ImportedThings<Value: FieldListed & Entity> {
  private(set) var known: [Identifier<Value>: Value]
  private(set) var order: [Identifier<Value>] = []
  private(set) var made: [Identifier<Value>: Value] = [:]

  init(_ known: [Value]) {
    self.known = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the register will say once the import is done.
  subscript(id: Identifier<Value>) -> Value? { made[id] ?? known[id] }

  /// Everything that the register will know.
  var all: [Value] { known.values.filter { made[$0.id] == nil } + order.compactMap { made[$0] } }

  /// Something that the register turns out to know.
  mutating func know(_ value: Value) {
    known[value.id] = value
  }

  mutating func put(_ value: Value) {
    if made.updateValue(value, forKey: value.id) == nil { order.append(value.id) }
  }

  /// What has to be written: new, or other than before.
  var changes: [Value] { order.compactMap { id in made[id].flatMap { $0 == known[id] ? nil : $0 } } }

  var added: Int { order.count { known[$0] == nil } }
  var changed: Int { changes.count - added }
  var same: Int { order.count - changes.count }
}
