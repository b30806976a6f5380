/// What a caller wants of a field that may be empty.
package enum Edit<Value: Sendable & Equatable>: Sendable, Equatable {
  /// It stays as it is.
  case keep
  /// It becomes empty.
  case clear
  /// It becomes this.
  case to(Value)

  /// The field afterwards.
  func applied(to current: Value?) -> Value? {
    switch self {
    case .keep: current
    case .clear: nil
    case .to(let value): value
    }
  }
}
