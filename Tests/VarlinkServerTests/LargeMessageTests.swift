import Synchronization
import Testing
import Varlink

@testable import VarlinkServer

@Suite("A message that is larger than an ordinary one", .timeLimit(.minutes(1)))
struct LargeMessageTests {
  private static let limits = ServerLimits(messageBytes: 1 << 15, largeMessages: 1)
  private static let text = String(repeating: "x", count: 100_000)

  private static func echo(_ text: String) -> String {
    #"{"method":"org.example.wire.Echo","parameters":{"text":"\#(text)"}}"# + "\0"
  }

  private static func echoed(_ text: String) -> String { #"{"parameters":{"text":"\#(text)","note":null}}"# }

  /// A call that waits, with so much beside it that it is large.
  private static let hold =
    #"{"method":"org.example.wire.Hold","parameters":{}"# + String(repeating: " ", count: 100_000) + "}\0"

  @Test("waits until the one before it is answered; ordinary ones of others do not")
  func waits() async throws {
    try await TestServer.serving(limits: Self.limits, messageBytes: 1 << 20) { test in
      let (first, second, other) = (try test.connect(), try test.connect(), try test.connect())
      try await first.send(Self.hold)
      await test.wire.began.wait()
      try await second.send(Self.echo(Self.text))
      try await other.send(Self.echo("small"))
      #expect(try await other.message() == Self.echoed("small"))
      #expect(second.isQuiet)
      test.wire.release.open()
      #expect(try await first.message() == #"{"parameters":{"text":"held"}}"#)
      #expect(try await second.message() == Self.echoed(Self.text))
      // The permit is free again, also for the same connection.
      try await first.send(Self.echo(Self.text))
      #expect(try await first.message() == Self.echoed(Self.text))
    }
  }

  @Test("gives its permit on when its connection goes before it has come whole")
  func goes() async throws {
    try await TestServer.serving(limits: Self.limits, messageBytes: 1 << 20) { test in
      let (first, second, third) = (try test.connect(), try test.connect(), try test.connect())
      let half = String(Self.echo(Self.text).dropLast(10))
      try await first.send(half)
      try await second.send(half)
      first.close()
      second.close()
      try await third.send(Self.echo(Self.text))
      #expect(try await third.message() == Self.echoed(Self.text))
    }
  }

  @Test("takes permits in order; whoever gives up waiting is left out")
  func permits() {
    final class Owner: Sendable {}
    let owners = (0..<4).map { _ in Owner() }
    let begun = Mutex<[Int]>([])
    let permits = LargeMessagePermits(2)
    let taken = owners.enumerated().map { index, owner in
      permits.take(for: ObjectIdentifier(owner)) { begun.withLock { $0.append(index) } }
    }
    #expect(taken == [true, true, false, false])
    permits.forget(ObjectIdentifier(owners[2]))
    permits.giveBack()
    #expect(begun.withLock { $0 } == [3])
    permits.giveBack()
    permits.giveBack()
    #expect(permits.take(for: ObjectIdentifier(owners[0])) {})
  }
}
