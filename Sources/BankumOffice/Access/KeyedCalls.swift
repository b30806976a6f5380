import Synchronization

/// The calls with a key that are under way: a call that is repeated while the first still works waits for its end, so
/// that nothing is done twice.
final class KeyedCalls: Sendable {
  private struct Call: Hashable {
    let uid: UInt32
    let key: String
  }

  private let waiting = Mutex<[Call: [AsyncStream<Never>.Continuation]]>([:])

  /// Does the work when no other call of this user with this key is under way.
  /// - Throws: what the work throws; `CancellationError` for a caller that has gone while it waited.
  func alone<Success>(uid: UInt32, key: String, _ work: () async throws -> Success) async throws -> Success {
    let call = Call(uid: uid, key: key)
    while let end = enter(call) {
      for await _ in end {}
      try Task.checkCancellation()
    }
    defer { leave(call) }
    return try await work()
  }

  /// Nil when the call may begin; otherwise a stream that finishes when the one before it has ended.
  private func enter(_ call: Call) -> AsyncStream<Never>? {
    waiting.withLock { waiting in
      guard waiting[call] != nil else {
        waiting[call] = []
        return nil
      }
      let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
      waiting[call]?.append(continuation)
      return stream
    }
  }

  private func leave(_ call: Call) {
    let ended = waiting.withLock { $0.removeValue(forKey: call) } ?? []
    for continuation in ended { continuation.finish() }
  }
}
