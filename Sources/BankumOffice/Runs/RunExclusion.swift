import Synchronization

/// Lets one run through at a time: a second is told that it has to wait.
final class RunExclusion: Sendable {
  private struct State {
    var isTaken = false
    var done = 0
  }

  private let state = Mutex(State())

  /// How many runs have ended.
  var done: Int { state.withLock { $0.done } }

  /// Does the work when nobody else is at it.
  /// - Throws: `OfficeError.busy`, or what the work throws.
  func take<Success>(_ work: () async throws -> Success) async throws -> Success {
    let isFree = state.withLock { state in
      defer { state.isTaken = true }
      return !state.isTaken
    }
    guard isFree else { throw OfficeError.busy(.run) }
    defer {
      state.withLock { state in
        state.isTaken = false
        state.done += 1
      }
    }
    return try await work()
  }
}
