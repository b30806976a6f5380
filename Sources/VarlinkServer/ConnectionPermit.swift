/// One connection's part in the permits of large messages.
struct ConnectionPermit {
  private enum State {
    case notNeeded
    case waiting
    case taken
  }

  /// Whom the permits know the connection by.
  private final class Owner: Sendable {}

  private let permits: LargeMessagePermits
  private let owner = Owner()
  /// The bytes above which a message needs a permit.
  let ordinaryBytes: Int
  private var state = State.notNeeded

  init(_ permits: LargeMessagePermits, ordinaryBytes: Int) {
    self.permits = permits
    self.ordinaryBytes = ordinaryBytes
  }

  /// Whether the connection is not read from until it has a permit.
  var isAwaited: Bool { state == .waiting }

  /// Whether a message with so many bytes may be read on; if not, `later` is called when it may, from any thread.
  mutating func allows(_ bytes: Int, orLater later: @escaping @Sendable () -> Void) -> Bool {
    guard bytes > ordinaryBytes, state == .notNeeded else { return state != .waiting }
    state = permits.take(for: ObjectIdentifier(owner), orLater: later) ? .taken : .waiting
    return state == .taken
  }

  /// The permit was given; false if it is not wanted any more.
  mutating func begin() -> Bool {
    guard state == .waiting else {
      permits.giveBack()
      return false
    }
    state = .taken
    return true
  }

  /// The large message was answered.
  mutating func end() {
    guard state == .taken else { return }
    state = .notNeeded
    permits.giveBack()
  }

  /// The connection goes.
  mutating func leave() {
    permits.forget(ObjectIdentifier(owner))
    end()
    state = .notNeeded
  }
}
