import Synchronization

/// Whose turn it is to read the register: users in turn, however many connections they have.
///
/// As many look at once as there are connections that read. One is always left to short looks and one to other users, so
/// that whoever asks for much keeps only himself waiting; and long looks, which compute, leave a processor to all others.
package final class ReadTurns: Sendable {
  /// How long a look takes.
  package enum Length: Sendable {
    /// A few rows.
    case short
    /// Much of the house.
    case long
  }

  private struct Waiting {
    let number: Int
    let begin: CheckedContinuation<Bool, Never>
  }

  private struct User {
    var busy = 0
    var short: [Waiting] = []
    var long: [Waiting] = []
    var isIdle: Bool { busy == 0 && short.isEmpty && long.isEmpty }
  }

  private struct State {
    var users: [UInt32: User] = [:]
    /// Those of whom somebody waits, who was served longest ago first.
    var order: [UInt32] = []
    var busy = 0
    var busyLong = 0
    var count = 0
  }

  private let slots: Int
  private let most: Int
  private let mostLong: Int
  private let state = Mutex(State())

  /// Turns for so many looks at a time.
  init(_ slots: Int, processors: Int) {
    self.slots = slots
    most = max(1, slots - 1)
    mostLong = max(1, min(most, processors - 1))
  }

  /// Waits for a turn of a user; give it back afterwards.
  /// - Throws: `CancellationError` when the caller has gone meanwhile: then there is no turn.
  func take(_ user: UInt32, _ length: Length) async throws {
    let number = state.withLock { state -> Int? in
      if mayBegin(user, length, state), state.users[user].map({ $0.short.isEmpty && $0.long.isEmpty }) ?? true {
        begin(user, length, &state)
        return nil
      }
      state.count += 1
      return state.count
    }
    guard let number else { return }
    let hasBegun = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mayGo = state.withLock { state -> Bool? in
          // Cancelled before it could wait.
          if Task.isCancelled { return false }
          if mayBegin(user, length, state), state.users[user].map({ $0.short.isEmpty && $0.long.isEmpty }) ?? true {
            begin(user, length, &state)
            return true
          }
          var found = state.users[user] ?? User()
          if found.short.isEmpty, found.long.isEmpty { state.order.append(user) }
          let waiting = Waiting(number: number, begin: continuation)
          if length == .short { found.short.append(waiting) } else { found.long.append(waiting) }
          state.users[user] = found
          return nil
        }
        if let mayGo { continuation.resume(returning: mayGo) }
      }
    } onCancel: {
      forget(user, number)
    }
    guard hasBegun else { throw CancellationError() }
  }

  /// Gives a turn back; those who may begin now do.
  func giveBack(_ user: UInt32, _ length: Length) {
    let next = state.withLock { state in
      state.busy -= 1
      if length == .long { state.busyLong -= 1 }
      state.users[user]?.busy -= 1
      if state.users[user]?.isIdle == true { state.users[user] = nil }
      return beginWaiting(&state)
    }
    for continuation in next { continuation.resume(returning: true) }
  }

  /// How many wait, for those who watch.
  var waiting: Int { state.withLock { $0.users.values.reduce(0) { $0 + $1.short.count + $1.long.count } } }

  private func mayBegin(_ user: UInt32, _ length: Length, _ state: State) -> Bool {
    state.busy < slots && state.users[user]?.busy ?? 0 < most && (length == .short || state.busyLong < mostLong)
  }

  private func begin(_ user: UInt32, _ length: Length, _ state: inout State) {
    state.busy += 1
    if length == .long { state.busyLong += 1 }
    state.users[user, default: User()].busy += 1
  }

  /// Begins whoever may: the user who looks least now, of those the one who was served longest ago. A user's short looks
  /// come before his long ones.
  private func beginWaiting(_ state: inout State) -> [CheckedContinuation<Bool, Never>] {
    var begun: [CheckedContinuation<Bool, Never>] = []
    while state.busy < slots {
      let ready = state.order.enumerated().compactMap { place, user -> (place: Int, length: Length, busy: Int)? in
        guard let found = state.users[user] else { return nil }
        if !found.short.isEmpty, mayBegin(user, .short, state) { return (place, .short, found.busy) }
        if !found.long.isEmpty, mayBegin(user, .long, state) { return (place, .long, found.busy) }
        return nil
      }
      guard let next = ready.min(by: { ($0.busy, $0.place) < ($1.busy, $1.place) }) else { break }
      let user = state.order.remove(at: next.place)
      guard var found = state.users[user] else { continue }
      begun.append((next.length == .short ? found.short.removeFirst() : found.long.removeFirst()).begin)
      state.users[user] = found
      begin(user, next.length, &state)
      // Behind all others who wait.
      if !found.short.isEmpty || !found.long.isEmpty { state.order.append(user) }
    }
    return begun
  }

  private func forget(_ user: UInt32, _ number: Int) {
    let gone = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard var found = state.users[user] else { return nil }
      let gone =
        found.short.firstIndex { $0.number == number }.map { found.short.remove(at: $0) }
        ?? found.long.firstIndex { $0.number == number }.map { found.long.remove(at: $0) }
      guard let gone else { return nil }
      state.users[user] = found.isIdle ? nil : found
      if found.short.isEmpty, found.long.isEmpty { state.order.removeAll { $0 == user } }
      return gone.begin
    }
    gone?.resume(returning: false)
  }
}
