/// Something that happens once, and those who wait for it; the waiting ends with the waiter's task as well.
final class Gate: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
  }

  func open() {
    continuation.finish()
  }

  /// Returns when the gate is open.
  /// - Returns: false when the task was cancelled before.
  @discardableResult
  func wait() async -> Bool {
    for await _ in stream {}
    return !Task.isCancelled
  }
}
