import NIOCore

extension ConnectionHandler {
  /// Told to all connections when the server stops.
  struct StopEvent: Sendable {}
  /// Told to all connections when the time for calls in flight is over.
  struct AbortEvent: Sendable {}
  /// Told to all connections now and then, to look at their deadlines.
  struct SweepEvent: Sendable {}

  /// How long calls are still read once the server is told to stop.
  static let lastReading = TimeAmount.milliseconds(20)
}
