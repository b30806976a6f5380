import BankumModel

/// Things that are found by their id: a list, and where each stands in it. A table of large values by id would keep room
/// for half as many again, which counts when a file has tens of thousands of people.
struct EntityList<Value: Entity> {
  private var list: [Value]
  private var places: [Identifier<Value>: Int] = [:]

  /// Takes things in; of those with one id the first.
  init(_ values: [Value]) {
    list = values
    places.reserveCapacity(values.count)
    for (place, value) in values.enumerated() where places[value.id] == nil { places[value.id] = place }
  }

  var count: Int { places.count }

  /// All of them, in the order in which they came.
  var values: some Collection<Value> { list.indices.lazy.filter { places[list[$0].id] == $0 }.map { list[$0] } }

  subscript(id: Identifier<Value>) -> Value? { places[id].map { list[$0] } }

  /// Takes one in, in the place of one with its id.
  mutating func put(_ value: Value) {
    if let place = places[value.id] {
      list[place] = value
    } else {
      places[value.id] = list.count
      list.append(value)
    }
  }

  mutating func remove(_ id: Identifier<Value>) { places[id] = nil }
}
