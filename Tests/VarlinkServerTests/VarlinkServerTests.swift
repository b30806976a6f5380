import Glibc
import Testing
import Varlink

@testable import VarlinkServer

@Suite("VarlinkServer", .timeLimit(.minutes(1)))
struct VarlinkServerTests {
  private static let hold = #"{"method":"org.example.wire.Hold"}"# + "\0"
  private static let watch = #"{"method":"org.example.wire.Watch","more":true}"# + "\0"
  private static let echo = #"{"method":"org.example.wire.Echo","parameters":{"text":"a"}}"# + "\0"
  private static let echoed = #"{"parameters":{"text":"a","note":null}}"#

  @Test("told to stop finishes the call in flight, takes no new one, and returns", arguments: [1, 2])
  func stop(threads: Int) async throws {
    let test = try TestServer(limits: ServerLimits(stopGrace: .seconds(30)), threads: threads)
    try await test.serving {
      let connection = try test.connect()
      let idle = try test.connect()
      try await idle.send(Self.echo)
      #expect(try await idle.message() == Self.echoed)
      try await connection.send(Self.hold + Self.echo)
      await test.wire.began.wait()

      test.server.stop()
      #expect(try await idle.messages().isEmpty, "an idle connection is ended at once")
      #expect(throws: RawConnection.Fault.self) { try test.connect() }
      #expect(connection.isQuiet)

      test.wire.release.open()
      #expect(try await connection.messages() == [#"{"parameters":{"text":"held"}}"#], "the call behind is not begun")
    }
    #expect(test.server.connections == 0)
    #expect(test.events.endings.isEmpty)
  }

  @Test("ends a subscription with its last word")
  func stopSubscription() async throws {
    try await TestServer.serving(limits: ServerLimits(stopGrace: .seconds(30))) { test in
      let connection = try test.connect()
      try await connection.send(Self.watch)
      await test.wire.began.wait()
      test.server.stop()
      #expect(
        try await connection.messages() == [
          #"{"parameters":{"state":"first"},"continues":true}"#, #"{"parameters":{"state":"last word"}}"#,
        ])
    }
  }

  @Test("gives calls in flight no more than the grace")
  func grace() async throws {
    let test = try TestServer(limits: ServerLimits(stopGrace: .milliseconds(200)))
    let clock = ContinuousClock()
    var stopped = clock.now
    try await test.serving {
      let connection = try test.connect()
      try await connection.send(Self.hold)
      await test.wire.began.wait()
      stopped = clock.now
      test.server.stop()
      #expect(try await connection.messages().isEmpty)
      await test.wire.cancelled.wait()
    }
    #expect(clock.now - stopped < .seconds(10))
    #expect(test.events.endings == [.stopped])
  }

  @Test("closes the connection of a handler that does not look at its cancellation")
  func graceOfDeafHandler() async throws {
    try await TestServer.serving(limits: ServerLimits(stopGrace: .milliseconds(200))) { test in
      let connection = try test.connect()
      try await connection.send(#"{"method":"org.example.wire.Ignore"}"# + "\0")
      await test.wire.began.wait()
      test.server.stop()
      #expect(try await connection.messages().isEmpty)
    }
  }

  @Test("does not wait beyond the grace for a peer that does not read", arguments: [false, true])
  func graceOfSlowReader(isEnding: Bool) async throws {
    let test = try TestServer(limits: ServerLimits(stopGrace: .milliseconds(200)))
    let clock = ContinuousClock()
    var stopped = clock.now
    // Lives on behind the end of the server, so that it is not the peer that ends the connection.
    var kept: RawConnection?
    try await test.serving {
      let connection = try test.connect()
      kept = connection
      let text = String(repeating: "x", count: 10_000)
      let long = #"{"method":"org.example.wire.Echo","parameters":{"text":"\#(text)"}}"#
      try await connection.send(String(repeating: long + "\0", count: 60))
      if isEnding { connection.endInput() }
      let other = try test.connect()
      try await other.send(Self.echo)
      #expect(try await other.message() == Self.echoed)
      stopped = clock.now
      test.server.stop()
    }
    #expect(clock.now - stopped < .seconds(10))
    #expect(kept != nil)
  }

  @Test("may be stopped before it runs, before it starts, and more than once")
  func stopEarly() async throws {
    let test = try TestServer()
    try await test.server.start([.address(VarlinkAddress(test.path), mode: 0o600)])
    test.server.stop()
    test.server.stop()
    await test.server.run()
    #expect(throws: RawConnection.Fault.self) { try test.connect() }

    let never = try TestServer()
    never.server.stop()
    try await never.server.start([.address(VarlinkAddress(never.path), mode: 0o600)])
    await never.server.run()
    #expect(access(never.path, F_OK) != 0)
  }

  @Test("may be made and thrown away")
  func unused() throws {
    _ = try TestServer()
  }

  @Test("of which the start failed may be thrown away")
  func failedStart() async throws {
    let test = try TestServer()
    await #expect(throws: ListenerFault.self) {
      try await test.server.start([.address(VarlinkAddress("/nowhere/socket"), mode: 0o600)])
    }
  }

  @Test("answers a probe on every loop while it runs")
  func probe() async throws {
    try await TestServer.serving(threads: 2) { try await $0.server.probe() }
  }

  @Test("serves on several addresses at once, and removes its sockets when it stops")
  func addresses() async throws {
    let test = try TestServer()
    let paths = [test.path, test.path + "2"]
    try await test.serving(on: paths.map { .address(try VarlinkAddress($0), mode: 0o600) }) {
      for path in paths {
        let connection = try RawConnection(path)
        try await connection.send(Self.echo)
        #expect(try await connection.message() == Self.echoed)
      }
    }
    for path in paths { #expect(access(path, F_OK) != 0) }
  }

  @Test("removes its socket when it begins to stop, and never one that another server has made since")
  func successor() async throws {
    let first = try TestServer(limits: ServerLimits(stopGrace: .seconds(30)))
    let second = TestServer(like: first)
    try await second.serving(on: []) {
      try await first.serving {
        let connection = try first.connect()
        try await connection.send(Self.hold)
        await first.wire.began.wait()
        first.server.stop()
        // The first still finishes a call when the second begins.
        try await second.server.start([.address(VarlinkAddress(first.path), mode: 0o600)])
        first.wire.release.open()
        #expect(try await connection.messages() == [#"{"parameters":{"text":"held"}}"#])
      }
      let connection = try RawConnection(first.path)
      try await connection.send(Self.echo)
      #expect(try await connection.message() == Self.echoed)
    }
  }
}
