import Synchronization

/// A wish to end, from the task that waits to the thread that works.
final class Cancellation: Sendable {
  private let asked = Atomic(false)

  /// Whether somebody wished it.
  var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Wishes it.
  func ask() { asked.store(true, ordering: .relaxed) }
}
