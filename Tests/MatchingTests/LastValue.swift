import Synchronization

/// Keeps the last number that it was told, from any thread.
final class LastValue: Sendable {
  private let number = Mutex<Int?>(nil)

  /// Takes the next one.
  func keep(_ value: Int) { number.withLock { $0 = value } }

  /// The last one; nil before the first.
  var value: Int? { number.withLock { $0 } }
}
