/// How one method is served; `Caller` is what the service makes of the peer before the handler sees the call.
public enum MethodHandler<Method: VarlinkMethod, Caller: Sendable>: Sendable {
  /// Answers at once, where the bytes arrive: it must not wait for anything.
  case immediate(@Sendable (Method.Input, Caller) throws(VarlinkError) -> Method.Output)
  /// Answers later, in a task of its own.
  case later(@Sendable (Method.Input, Caller) async throws(VarlinkError) -> Method.Output)
  /// Answers at once when it can; when the first gives nil, the second answers later.
  case promptly(
    @Sendable (Method.Input, Caller) throws(VarlinkError) -> PreparedReply<Method.Output>?,
    orLater: @Sendable (Method.Input, Caller) async throws(VarlinkError) -> Method.Output)
  /// Answers later; tells how it goes to callers that asked for `more`. What it returns is the last reply.
  case progress(
    @Sendable (Method.Input, Caller, ReplyStream<Method.Output>) async throws(VarlinkError) -> Method.Output)
  /// Answers as long as the caller listens: `more` is required. It ends by returning, or by being cancelled.
  case subscription(
    @Sendable (Method.Input, Caller, ReplyStream<Method.Output>) async throws(VarlinkError) -> Method.Output)
}

/// The way for replies that are not the last one.
public struct ReplyStream<Output: VarlinkStructure>: Sendable {
  let sink: any ReplySink
  /// Whether the caller asked for `more`.
  public let isWanted: Bool

  /// Sends a reply with `continues`, and waits while the caller reads too slowly. Does nothing for a caller that
  /// asked for one reply only.
  /// - Throws: `CancellationError` when the caller has gone.
  public func send(_ output: Output) async throws(CancellationError) {
    guard isWanted else { return }
    try await sink.send(ServedMethod.encode(output))
  }
}

/// Where encoded replies go: a connection.
public protocol ReplySink: Sendable {
  /// Sends one reply with `continues`; returns once there is room for the next.
  /// - Parameter parameters: compact JSON, an object; empty for an empty object.
  /// - Throws: `CancellationError` when the connection is closed.
  func send(_ parameters: [UInt8]) async throws(CancellationError)
}
