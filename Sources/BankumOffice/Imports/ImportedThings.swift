import BankumModel
import BankumStore

/// The things of one kind that an import writes, beside what the register knew.
struct ImportedThings<Value: FieldListed & Entity> {
  private(set) var known: EntityList<Value>
  /// What the files speak of, in their order.
  private(set) var order: [Identifier<Value>] = []
  private var named: Set<Identifier<Value>> = []
  /// What has to be written: new, or other than before.
  private var made = EntityList<Value>([])

  init(_ known: [Value]) {
    self.known = EntityList(known)
  }

  /// What the register will say once the import is done.
  subscript(id: Identifier<Value>) -> Value? { made[id] ?? known[id] }

  /// Everything that the register will know.
  var all: [Value] { known.values.filter { made[$0.id] == nil } + changes }

  /// Something that the register turns out to know.
  mutating func know(_ value: Value) { known.put(value) }

  mutating func put(_ value: Value) {
    if named.insert(value.id).inserted { order.append(value.id) }
    if value == known[value.id] { made.remove(value.id) } else { made.put(value) }
  }

  /// What has to be written, in the order of the files.
  var changes: some Sequence<Value> { order.lazy.compactMap { made[$0] } }

  var added: Int { order.count { known[$0] == nil } }
  var changed: Int { made.count - added }
  var same: Int { order.count - made.count }
}
