import SeededNumbers
import Synchronization
import Testing

@testable import BankumStore

/// Users read in turn, whatever number of connections they have.
@Suite struct ReadTurnsTests {
  /// What has begun and not ended, in the order of beginning.
  private final class Log: Sendable {
    private struct State {
      var begun: [Int] = []
      var ends: [Int: CheckedContinuation<Void, Never>] = [:]
    }
    private let state = Mutex(State())

    var begun: [Int] { state.withLock { $0.begun } }

    func work(_ name: Int) async {
      await withCheckedContinuation { end in
        state.withLock { state in
          state.begun.append(name)
          state.ends[name] = end
        }
      }
    }

    func end(_ name: Int) { state.withLock { $0.ends.removeValue(forKey: name) }?.resume() }
  }

  /// How many look at a time, at most.
  private final class Watch: Sendable {
    private struct State {
      var all = 0
      var long = 0
      var users: [UInt32: Int] = [:]
      var most = (all: 0, long: 0, user: 0)
    }
    private let state = Mutex(State())

    var most: (all: Int, long: Int, user: Int) { state.withLock { $0.most } }

    func note(_ change: Int, _ user: UInt32, isLong: Bool) {
      state.withLock { state in
        state.all += change
        state.long += isLong ? change : 0
        state.users[user, default: 0] += change
        state.most = (
          max(state.most.all, state.all), max(state.most.long, state.long), max(state.most.user, state.users[user] ?? 0)
        )
      }
    }
  }

  private static func until(_ isSo: () -> Bool) async {
    for _ in 0..<10_000 where !isSo() { try? await Task.sleep(for: .microseconds(200)) }
    #expect(isSo())
  }

  @Test("Somebody with two hundred long looks leaves room for another's short one at once, and a turn for his long one")
  func hog() async throws {
    let (turns, log) = (ReadTurns(3, processors: 4), Log())
    func ask(_ user: UInt32, _ length: ReadTurns.Length, _ name: Int, _ group: inout ThrowingTaskGroup<Void, any Error>)
    {
      group.addTask {
        try await turns.take(user, length)
        await log.work(name)
        turns.giveBack(user, length)
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 { ask(1, .long, number, &group) }
      await Self.until { log.begun.count == 2 && turns.waiting == 198 }
      ask(2, .short, 1_000, &group)
      await Self.until { log.begun.count == 3 }
      #expect(log.begun.last == 1_000)
      ask(2, .long, 1_001, &group)
      await Self.until { turns.waiting == 199 }
      log.end(1_000)
      // The first that ends makes room for the other user, not for the next of two hundred.
      log.end(log.begun[0])
      await Self.until { log.begun.count == 4 }
      #expect(log.begun.last == 1_001)
      // Short ones of the same user come before his own long ones.
      ask(1, .short, 500, &group)
      await Self.until { turns.waiting == 199 || log.begun.last == 500 }
      log.end(log.begun[1])
      await Self.until { log.begun.contains(500) }
      var ended: Set<Int> = []
      while ended.count < 203 {
        for name in log.begun where !ended.contains(name) {
          log.end(name)
          ended.insert(name)
        }
        try await Task.sleep(for: .microseconds(100))
      }
      try await group.waitForAll()
    }
    #expect(turns.waiting == 0)
  }

  @Test(
    "Long looks leave a processor to short ones, and one may always begin",
    arguments: [(1, 1), (2, 1), (3, 2), (64, 2)])
  func processors(count: Int, most: Int) async throws {
    let turns = ReadTurns(3, processors: count)
    for user in 0..<UInt32(most) { try await turns.take(user, .long) }
    let late = Task { try await turns.take(9, .long) }
    await Self.until { turns.waiting == 1 }
    try await turns.take(8, .short)
    turns.giveBack(8, .short)
    #expect(turns.waiting == 1)
    turns.giveBack(0, .long)
    try await late.value
    turns.giveBack(9, .long)
    for user in 1..<UInt32(most) { turns.giveBack(user, .long) }
    #expect(turns.waiting == 0)
  }

  @Test("Whoever goes away while he waits takes no turn")
  func cancelled() async throws {
    let turns = ReadTurns(1, processors: 1)
    try await turns.take(1, .long)
    let tasks = (0..<20).map { number in Task { try await turns.take(UInt32(number % 3), .short) } }
    await Self.until { turns.waiting == 20 }
    for task in tasks { task.cancel() }
    for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
    #expect(turns.waiting == 0)
    turns.giveBack(1, .long)
    try await turns.take(2, .long)
    turns.giveBack(2, .long)
  }

  @Test("At random: never more than there are, nobody is forgotten, and no user is passed over for another's next")
  func random() async throws {
    for seed in 1...20 {
      var dice = SeededGenerator(seed: UInt64(seed))
      let turns = ReadTurns(3, processors: 4)
      let watch = Watch()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<300 {
          // Nine of ten are one user's.
          let user = UInt32(Int.random(in: 0..<10, using: &dice) == 0 ? 2 : 1)
          let isLong = Bool.random(using: &dice)
          let yields = Int.random(in: 0..<4, using: &dice)
          group.addTask {
            try await turns.take(user, isLong ? .long : .short)
            watch.note(1, user, isLong: isLong)
            for _ in 0..<yields { await Task.yield() }
            watch.note(-1, user, isLong: isLong)
            turns.giveBack(user, isLong ? .long : .short)
          }
        }
        try await group.waitForAll()
      }
      let most = watch.most
      #expect(most.all <= 3 && most.long <= 2 && most.user <= 2, "seed \(seed)")
      #expect(turns.waiting == 0)
    }
  }
}
