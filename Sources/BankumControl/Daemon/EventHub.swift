package import BankumModel
package import BankumStore
import Synchronization

/// One event on its way to those who listen.
package struct EventNote: Sendable, Equatable {
  /// Its number in the register; nil for an event of the daemon itself.
  package let number: EventNumber?
  /// When it happened.
  package let at: Instant
  /// What happened, with everything that there is to say; `EventReach` decides who hears of it.
  package let event: HouseEvent
}

/// Keeps the latest events for all who listen. A listener takes them at its own pace and holds none itself: whoever
/// falls behind what is kept here reads on in the outbox of the register.
package final class EventHub: Sendable {
  /// How many events are kept in memory.
  package static let kept = 1_024

  /// What a listener finds.
  enum Found {
    /// The notes from its position on, at most a hundred, and the position behind them.
    case notes([EventNote], next: Int)
    /// Its position is not kept any more: the outbox has everything up to this number, the hub goes on from `next`.
    case tooOld(through: EventNumber, next: Int)
  }

  private struct State {
    var last = EventNumber(0)
    /// The position of the first note that is kept.
    var first = 0
    var notes: [EventNote] = []
    var nextListener = 0
    var bells: [Int: AsyncStream<Void>.Continuation] = [:]

    mutating func add(_ note: EventNote) {
      notes.append(note)
      if let number = note.number { last = max(last, number) }
      // Dropped by the half, so that a note is moved once at the most.
      guard notes.count >= 2 * EventHub.kept else { return }
      notes.removeFirst(EventHub.kept)
      first += EventHub.kept
    }
  }

  private let clock: HouseClock
  private let state = Mutex(State())

  /// A hub whose own events carry the time of this clock.
  package init(clock: HouseClock) {
    self.clock = clock
  }

  /// Takes over how far the register's outbox is, before the first event.
  package func begin(behind last: EventNumber) {
    state.withLock { $0.last = max($0.last, last) }
  }

  /// Tells of the daemon itself.
  package func publish(_ event: HouseEvent) {
    let note = EventNote(number: nil, at: clock.now, event: event)
    state.withLock { state in
      state.add(note)
      for bell in state.bells.values { bell.yield() }
    }
  }

  /// Tells of a committed write. Called on the writer's queue, in the order of the commits; waits for nobody.
  package func publish(_ commit: Commit) {
    guard !commit.events.isEmpty else { return }
    state.withLock { state in
      for event in commit.events {
        state.add(EventNote(number: event.number, at: event.madeAt, event: event.event))
      }
      for bell in state.bells.values { bell.yield() }
    }
  }

  /// Begins to listen: the position behind the latest event, the number of the latest committed one, and a bell that
  /// rings when there is more, until its stream is dropped.
  func listen() -> (position: Int, last: EventNumber, bell: AsyncStream<Void>) {
    let (bell, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let (position, last, number) = state.withLock { state in
      state.nextListener += 1
      state.bells[state.nextListener] = continuation
      return (state.first + state.notes.count, state.last, state.nextListener)
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.bells[number] = nil }
    }
    return (position, last, bell)
  }

  /// The notes from a position on.
  func notes(from position: Int) -> Found {
    state.withLock { state in
      guard position >= state.first else {
        return .tooOld(through: state.last, next: state.first + state.notes.count)
      }
      let found = state.notes.dropFirst(position - state.first).prefix(100)
      return .notes(Array(found), next: position + found.count)
    }
  }

  /// The number of the latest committed event; 0 before the first.
  package var last: EventNumber { state.withLock { $0.last } }

  /// How many listen.
  package var listeners: Int { state.withLock { $0.bells.count } }
}
