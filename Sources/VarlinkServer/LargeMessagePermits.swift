import NIOConcurrencyHelpers

/// Permits to hold a message in memory that is larger than an ordinary one. The others are not read from until
/// a permit is free, in the order in which they came.
final class LargeMessagePermits: Sendable {
  private struct State {
    var free: Int
    var waiting: [(owner: ObjectIdentifier, begin: @Sendable () -> Void)] = []
  }

  private let state: NIOLockedValueBox<State>

  /// So many at a time.
  init(_ count: Int) {
    state = NIOLockedValueBox(State(free: max(1, count)))
  }

  /// Takes a permit; false if none is free: then `begin` is called, from any thread, when the owner has one.
  func take(for owner: ObjectIdentifier, orLater begin: @escaping @Sendable () -> Void) -> Bool {
    state.withLockedValue { state in
      guard state.free == 0 else {
        state.free -= 1
        return true
      }
      state.waiting.append((owner, begin))
      return false
    }
  }

  /// Gives a permit back; whoever waits longest has it now.
  func giveBack() {
    let next = state.withLockedValue { state -> (@Sendable () -> Void)? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst().begin
    }
    next?()
  }

  /// The owner does not wait any more.
  func forget(_ owner: ObjectIdentifier) {
    state.withLockedValue { $0.waiting.removeAll { $0.owner == owner } }
  }
}
