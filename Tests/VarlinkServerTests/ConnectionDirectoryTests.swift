import Glibc
import Testing
import Varlink

@testable import VarlinkServer

@Suite("Limits of connections", .timeLimit(.minutes(1)))
struct ConnectionDirectoryTests {
  private static let echo = #"{"method":"org.example.wire.Echo","parameters":{"text":"a"}}"# + "\0"
  private static let echoed = #"{"parameters":{"text":"a","note":null}}"#

  @Test(
    "refuse one too many without a word, and take a new one when another has gone",
    arguments: [
      (ServerLimits(connections: 100, connectionsPerUser: 2), ServerEvent.Refusal.connectionsPerUser),
      (ServerLimits(connections: 2, connectionsPerUser: 100), ServerEvent.Refusal.connections),
    ])
  func limits(_ limits: ServerLimits, _ refusal: ServerEvent.Refusal) async throws {
    try await TestServer.serving(limits: limits) { test in
      let first = try test.connect()
      try await Self.expectService(first)
      let second = try test.connect()
      try await Self.expectService(second)

      let third = try test.connect()
      try await third.send(Self.echo)
      #expect(try await third.bytesToEnd().isEmpty)
      #expect(test.events.refusals == [refusal])

      try await Self.expectService(first)
      try await Self.expectService(second)

      // A half closed connection has ended for the server when its end is seen here.
      first.endInput()
      #expect(try await first.bytesToEnd().isEmpty)
      let fourth = try test.connect()
      try await Self.expectService(fourth)
      #expect(test.server.connections == 2)
    }
  }

  @Test(
    "of one user leave room for the others; nobody in particular is refused",
    .enabled(if: geteuid() == 0, "changing the user takes root"))
  func users() async {
    await #expect(processExitsWith: .success) {
      let limits = ServerLimits(connections: 100, connectionsPerUser: 2)
      try await TestServer.serving(limits: limits) { test in
        #expect(chmod(test.folder.path, 0o755) == 0 && chmod(test.path, 0o666) == 0)
        var connections: [RawConnection] = []
        for _ in 0..<2 { connections.append(try await Self.connect(test, as: 1_001)) }
        for connection in connections { try await Self.expectService(connection) }
        #expect(try await Self.connect(test, as: 1_001).bytesToEnd().isEmpty)
        #expect(test.events.refusals == [.connectionsPerUser])

        try await Self.expectService(try await Self.connect(test, as: 1_002))
        try await Self.expectService(try await Self.connect(test, as: 0))

        #expect(try await Self.connect(test, as: PeerIdentity.overflowUid).bytesToEnd().isEmpty)
        #expect(test.events.refusals == [.connectionsPerUser, .overflowUser])
        for connection in connections { try await Self.expectService(connection) }
      }
    }
  }

  @Test("of descriptors: at the limit the listener rests, who is in is served, and it goes on when there is room")
  func descriptors() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      limit.rlim_cur = 128
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      try await TestServer.serving { test in
        let inside = try test.connect()
        try await Self.expectService(inside)

        var spare: [Int32] = []
        while case let descriptor = dup(0), descriptor >= 0 { spare.append(descriptor) }
        Glibc.close(spare.removeLast())
        // Takes the last descriptor, so the server has none to accept it with.
        let waiting = try test.connect()
        try await waiting.send(Self.echo)
        try await Self.expectService(inside)

        let before = Self.processorTime()
        // No `Task.sleep`: Dispatch may want a descriptor for its timer, and dies if it gets none.
        poll(nil, 0, 1_500)
        let used = Self.processorTime() - before
        #expect(used < .milliseconds(75), "the listener spins: \(used)")
        try await Self.expectService(inside)
        #expect(waiting.isQuiet)

        let clock = ContinuousClock()
        let freed = clock.now
        for descriptor in spare { Glibc.close(descriptor) }
        #expect(try await waiting.message() == Self.echoed)
        #expect(clock.now - freed < .milliseconds(1_500))
      }
    }
  }

  private static func expectService(_ connection: RawConnection) async throws {
    try await connection.send(echo)
    #expect(try await connection.message() == echoed)
  }

  /// Connects as another user; the kernel notes the effective user of this moment.
  private static func connect(_ test: TestServer, as uid: UInt32) async throws -> RawConnection {
    try #require(seteuid(uid) == 0)
    defer { #expect(seteuid(0) == 0) }
    return try test.connect()
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
