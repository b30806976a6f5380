import Synchronization

/// Lets one run through at a time: a second is told that it has to wait.
final class RunTurn: Sendable {
  private let isTaken = Mutex(false)

  /// Does the work when nobody else is at it.
  /// - Throws: `OfficeError.busy`, or what the work throws.
  func take<Success>(_ work: () async throws -> Success) async throws -> Success {
    let isFree = isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
    guard isFree else { throw OfficeError.busy(.run) }
    defer { isTaken.withLock { $0 = false } }
    return try await work()
  }
}
