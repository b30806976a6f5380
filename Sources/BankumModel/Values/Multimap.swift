/// Sets of values by key, for many keys of which nearly all have one value: only a key with several has a set.
package struct Multimap<Key: Hashable & Sendable, Value: Hashable & Sendable>: Sendable {
  private var first: [Key: Value] = [:]
  private var others: [Key: Set<Value>] = [:]

  /// Nothing yet, with room for so many keys.
  package init(minimumCapacity: Int = 0) {
    first.reserveCapacity(minimumCapacity)
  }

  /// The values of a key, each once, in no order.
  package subscript(key: Key) -> Set<Value> {
    guard let one = first[key] else { return [] }
    return (others[key] ?? []).union([one])
  }

  /// The one value of a key; nil if there is none or several.
  package func only(_ key: Key) -> Value? { others[key] == nil ? first[key] : nil }

  /// Adds a value to those of a key.
  package mutating func insert(_ value: Value, at key: Key) {
    guard let one = first[key] else { return first[key] = value }
    if one != value { others[key, default: []].insert(value) }
  }
}
