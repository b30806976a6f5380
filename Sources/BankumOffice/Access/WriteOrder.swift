import BankumStore
package import JSON

/// What belongs to one write besides its values: who writes, as which call, and the reply that is kept with the key.
///
/// `Value` is what the use case returns. The reply is made of nothing else, inside the transaction; so a repeated call gets
/// the reply of the first whole, whatever came between.
package struct WriteOrder<Value: Sendable>: Sendable {
  /// Who writes.
  package let scope: Scope
  /// The full name of the method.
  package let method: String
  /// The caller's key.
  package let key: String?
  /// What was asked, without the key.
  package let parameters: JSONValue
  /// The reply as it goes over the wire.
  let reply: @Sendable (Value) -> [UInt8]

  /// Makes an order.
  package init(
    _ scope: Scope, method: String, key: String? = nil, parameters: JSONValue = .null,
    reply: @escaping @Sendable (Value) -> [UInt8]
  ) {
    self.scope = scope
    self.method = method
    self.key = key
    self.parameters = parameters
    self.reply = reply
  }

  /// The call that the register notes down.
  var call: Call { scope.call(method, key: key, parameters) }
}

extension Office {
  /// Writes in one transaction, and keeps the reply in it.
  /// - Throws: `RepeatedCall` for a call that was answered before; `StoreError`; what the closure throws.
  func write<Value>(
    _ order: WriteOrder<Value>, _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    try await register.write(as: order.call, keeping: order.reply, body)
  }

  /// The reply of a write: the kept one, if the call was answered before; otherwise that of the work, which is done only
  /// then. A call that is repeated while the first is still under way waits for its end.
  /// - Parameter work: reads its parameters and calls the use case; nothing of it runs for a repeated call.
  /// - Throws: `StoreError`, with `keyReused` for the key of another call; what the work throws.
  package func reply<Value>(
    to order: WriteOrder<Value>, _ work: () async throws -> Value
  ) async throws -> [UInt8] {
    guard let key = order.key else { return order.reply(try await work()) }
    return try await keyedCalls.alone(uid: order.scope.uid, key: key) {
      if let kept = try await register.reply(keptFor: order.call) { return kept }
      do { return order.reply(try await work()) } catch let repeated as RepeatedCall { return repeated.reply }
    }
  }

  /// Keeps the reply of something that is done outside the register, if its call has a key. What is done stays done when
  /// nothing can be written: a repeated call then does it again.
  package func keep<Value>(_ value: Value, for order: WriteOrder<Value>) async -> Value {
    guard order.key != nil else { return value }
    return (try? await write(order) { _ in value }) ?? value
  }
}
