/// One connection's part in the turns of large messages.
struct ConnectionTurn {
  private enum State {
    case notNeeded
    case waiting
    case taken
  }

  /// Whom the turns know the connection by.
  private final class Owner: Sendable {}

  private let turns: LargeMessageTurns
  private let owner = Owner()
  /// The bytes above which a message needs a turn.
  let ordinaryBytes: Int
  private var state = State.notNeeded

  init(_ turns: LargeMessageTurns, ordinaryBytes: Int) {
    self.turns = turns
    self.ordinaryBytes = ordinaryBytes
  }

  /// Whether the connection is not read from until it has a turn.
  var isAwaited: Bool { state == .waiting }

  /// Whether a message with so many bytes may be read on; if not, `later` is called when it may, from any thread.
  mutating func allows(_ bytes: Int, orLater later: @escaping @Sendable () -> Void) -> Bool {
    guard bytes > ordinaryBytes, state == .notNeeded else { return state != .waiting }
    state = turns.take(for: ObjectIdentifier(owner), orLater: later) ? .taken : .waiting
    return state == .taken
  }

  /// The turn has come; false if it is not wanted any more.
  mutating func begin() -> Bool {
    guard state == .waiting else {
      turns.giveBack()
      return false
    }
    state = .taken
    return true
  }

  /// The large message was answered.
  mutating func end() {
    guard state == .taken else { return }
    state = .notNeeded
    turns.giveBack()
  }

  /// The connection goes.
  mutating func leave() {
    turns.forget(ObjectIdentifier(owner))
    end()
    state = .notNeeded
  }
}
