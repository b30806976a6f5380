import Testing
import Varlink

@testable import VarlinkServer

@Suite("Subscriptions that nobody reads", .timeLimit(.minutes(2)))
struct UnreadSubscriptionTests {
  private static func follow(_ replies: Int) -> String {
    #"{"method":"org.example.wire.Follow","parameters":{"replies":\#(replies),"size":150},"more":true}"# + "\0"
  }

  @Test("250 of them with 6,000 events each hold little, are ended, and leave nothing behind")
  func manyUnread() async throws {
    var limits = ServerLimits(connectionsPerUser: 300, outputDeadline: .seconds(3))
    limits.subscriptionBytes = 1 << 16
    let bound = 250 * (limits.subscriptionBytes + 1_024)
    try await TestServer.serving(limits: limits) { test in
      var connections: [RawConnection] = []
      for _ in 0..<250 {
        let connection = try test.connect()
        try await connection.send(Self.follow(6_000))
        connections.append(connection)
      }
      var most = 0
      var waited = 0
      while test.server.connections > 0, waited < 600 {
        most = max(most, await test.server.queuedOutputBytes())
        try await Task.sleep(for: .milliseconds(100))
        waited += 1
      }
      #expect(most > 0, "nothing waited: the test does not test what it says")
      #expect(most <= bound, "\(most) bytes waited")
      #expect(test.server.connections == 0)
      #expect(await test.server.queuedOutputBytes() == 0)
      #expect(test.events.endings == Array(repeating: .outputDeadline, count: 250))
      #expect(test.wire.flooded.value < 250 * 6_000)
      withExtendedLifetime(connections) {}
    }
  }

  @Test("a reader that keeps up gets every event, and its connection answers larger replies afterwards")
  func keepsUp() async throws {
    try await TestServer.serving(limits: ServerLimits()) { test in
      let connection = try test.connect()
      try await connection.send(Self.follow(3_000))
      for number in 1...3_000 {
        let message = try #require(try await connection.message())
        #expect(message.contains("continues") == (number < 3_000))
      }
      try await connection.send(
        #"{"method":"org.example.wire.Flood","parameters":{"replies":1,"size":500000}}"# + "\0")
      #expect(try await connection.message()?.utf8.count ?? 0 > 500_000)
    }
  }
}
