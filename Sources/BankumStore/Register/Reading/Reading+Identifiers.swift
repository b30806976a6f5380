package import BankumModel

extension Reading {
  /// The ids of the values that a filter lets through, in its order; nothing is opened.
  package func ids<Value: Stored & Entity>(_ filter: Filter<Value>) throws(StoreError) -> [Identifier<Value>] {
    try ids("WHERE \(filter.clause) ORDER BY \(filter.order)", filter.arguments)
  }

  /// The ids of all values of a kind, in their order; nothing is opened.
  package func ids<Value: Stored & Entity>(of kind: Value.Type) throws(StoreError) -> [Identifier<Value>] {
    try ids("ORDER BY id", [])
  }

  private func ids<Value: Stored & Entity>(
    _ rest: String, _ arguments: [Field]
  ) throws(StoreError) -> [Identifier<Value>] {
    var found: [Identifier<Value>] = []
    try eachRow("SELECT id FROM \(Value.table.name) \(rest)", arguments) { row throws(StoreError) in
      found.append(Identifier(bits: UInt64(bitPattern: row.integer(0))))
    }
    return found
  }
}
