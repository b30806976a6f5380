package import BankumAPI
package import BankumModel
import Synchronization

/// Hands each event to all who listen. A listener that does not keep up loses the oldest ones and sees it by the gap in
/// the sequence; nobody else waits for it.
package final class EventHub: Sendable {
  /// Events that wait for one slow listener at the most.
  package static let backlog = 256

  private struct State {
    var sequence = 0
    var nextListener = 0
    var listeners: [Int: AsyncStream<ServiceEvent>.Continuation] = [:]
  }

  private let clock: HouseClock
  private let state = Mutex(State())

  /// A hub whose events carry the time of this clock.
  package init(clock: HouseClock) {
    self.clock = clock
  }

  /// Tells all who listen.
  /// - Parameter detail: never personal data.
  package func publish(_ name: String, detail: [String: String]? = nil) {
    let at = clock.now.text(in: clock.zone)
    state.withLock { state in
      state.sequence += 1
      let event = ServiceEvent(name: name, sequence: state.sequence, at: at, detail: detail)
      for listener in state.listeners.values { listener.yield(event) }
    }
  }

  /// Listens until the stream is cancelled.
  /// - Returns: the number of the last event before, and the events after it.
  package func listen() -> (sequence: Int, events: AsyncStream<ServiceEvent>) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: ServiceEvent.self, bufferingPolicy: .bufferingNewest(Self.backlog))
    let (sequence, number) = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return (state.sequence, state.nextListener)
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.listeners[number] = nil }
    }
    return (sequence, stream)
  }

  /// The number of the last event; 0 before the first.
  package var sequence: Int { state.withLock { $0.sequence } }

  /// How many listen.
  package var listeners: Int { state.withLock { $0.listeners.count } }
}
