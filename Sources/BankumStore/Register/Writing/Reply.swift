package import BankumModel
package import JSON

/// What a write answers, in a form that can be kept and given again to the same call.
package protocol Reply: Sendable {
  /// The answer to keep.
  var kept: JSONValue { get }
  /// The answer that was kept; throws `corrupted`.
  init(kept: JSONValue) throws(StoreError)
}

/// No answer but that it was done.
package struct Done: Reply, Hashable {
  /// Done.
  package init() {}

  package var kept: JSONValue { .null }

  package init(kept: JSONValue) throws(StoreError) {}
}

extension JSONValue: Reply {
  /// Itself.
  package var kept: JSONValue { self }

  /// Itself.
  package init(kept: JSONValue) throws(StoreError) { self = kept }
}

extension Identifier: Reply {
  /// The id's text.
  package var kept: JSONValue { .string(text) }

  /// The id of a kept text.
  package init(kept: JSONValue) throws(StoreError) {
    guard case .string(let text) = kept, let id = try? Identifier(parsing: text) else {
      throw StoreError(.corrupted, "a kept answer that is no id")
    }
    self = id
  }
}
