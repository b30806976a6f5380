import BankumExchange
import BankumModel

/// What a file calls something, and what that is: by id, or by a name whose spelling does not count.
struct NameIndex<Value: IdentifierKind> {
  private var ids: Set<Identifier<Value>> = []
  private var names = Multimap<String, Identifier<Value>>()

  /// What a reference found.
  enum Finding {
    case one(Identifier<Value>)
    case none
    case several
  }

  /// Knows a thing by its id and names.
  mutating func add(_ id: Identifier<Value>, _ spellings: String?...) {
    ids.insert(id)
    for case let name? in spellings { names.insert(id, at: TextKey.of(name)) }
  }

  /// Whether there is such an id.
  func contains(_ id: Identifier<Value>) -> Bool { ids.contains(id) }

  /// Looks for what a text means.
  func find(_ text: String) -> Finding {
    if let id = try? Identifier<Value>(parsing: text) { return ids.contains(id) ? .one(id) : .none }
    let key = TextKey.of(text)
    if let only = names.only(key) { return .one(only) }
    return names[key].isEmpty ? .none : .several
  }
}
