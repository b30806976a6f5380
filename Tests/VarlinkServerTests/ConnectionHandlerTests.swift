import Synchronization
import Testing
import Varlink

@testable import VarlinkServer

@Suite("A connection", .timeLimit(.minutes(1)))
struct ConnectionHandlerTests {
  private static func echo(_ text: String, _ flags: String = "") -> String {
    #"{"method":"org.example.wire.Echo","parameters":{"text":"\#(text)"}\#(flags)}"# + "\0"
  }

  private static func echoed(_ text: String) -> String {
    #"{"parameters":{"text":"\#(text)","note":null}}"#
  }

  private static func call(_ method: String, _ parameters: String = "{}", _ flags: String = "") -> String {
    #"{"method":"org.example.wire.\#(method)","parameters":\#(parameters)\#(flags)}"# + "\0"
  }

  @Test("gets the replies in the order of its calls, whatever kind they are")
  func order() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(
        Self.echo("1") + Self.call("Hold") + Self.echo("never", #","oneway":true"#) + Self.call("Fail")
          + Self.call("Count", #"{"to":3}"#, #","more":true"#) + Self.call("Count", #"{"to":3}"#)
          + Self.call("Fail", "{}", #","oneway":true"#) + Self.call("Other", "{}", #","oneway":true"#)
          + Self.call("Hold", "{}", #","oneway":true"#) + Self.call("Count", #"{"to":1}"#, #","more":true"#)
          + Self.call("Count", #"{"to":0}"#, #","more":true,"oneway":false"#) + Self.echo("2"))
      #expect(try await connection.message() == Self.echoed("1"))
      await test.wire.began.wait()
      #expect(connection.isQuiet, "the calls behind wait for the one under way")
      test.wire.release.open()
      connection.endInput()
      #expect(
        try await connection.messages() == [
          #"{"parameters":{"text":"held"}}"#,
          #"{"error":"org.example.wire.Failed","parameters":{"why":"asked for"}}"#,
          #"{"parameters":{"number":1},"continues":true}"#,
          #"{"parameters":{"number":2},"continues":true}"#,
          #"{"parameters":{"number":3}}"#,
          #"{"parameters":{"number":3}}"#,
          #"{"parameters":{"number":1}}"#,
          #"{"parameters":{"number":0}}"#,
          Self.echoed("2"),
        ])
    }
  }

  @Test(
    "gets all replies to many calls that are sent while the replies are read",
    arguments: [1, 1 << 12, 1 << 18, 1 << 20])
  func manyPipelined(outputBytes: Int) async throws {
    try await TestServer.serving(limits: ServerLimits(outputBytes: outputBytes)) { test in
      let connection = try test.connect()
      let numbers = 0..<20_000
      let reader = try connection.duplicate()
      async let replies = reader.messages()
      try await connection.send(numbers.map { Self.echo("\($0)") }.joined())
      connection.endInput()
      #expect(try await replies == numbers.map { Self.echoed("\($0)") })
    }
  }

  @Test("whose peer closes its half while replies wait loses none of them", arguments: [1 << 20, 1 << 22])
  func halfCloseWithWaitingReplies(outputBytes: Int) async throws {
    try await TestServer.serving(limits: ServerLimits(outputBytes: outputBytes)) { test in
      let connection = try test.connect()
      let text = String(repeating: "x", count: 1_000)
      try await connection.send(String(repeating: Self.echo(text), count: 900))
      // The calls are taken in before the half is closed: another connection is answered after them.
      let other = try test.connect()
      try await other.send(Self.echo("a"))
      #expect(try await other.message() == Self.echoed("a"))
      connection.endInput()
      try await other.send(Self.echo("b"))
      #expect(try await other.message() == Self.echoed("b"))
      #expect(try await connection.messages() == Array(repeating: Self.echoed(text), count: 900))
    }
  }

  @Test("that breaks the protocol still gets the replies to the calls before")
  func faultBehindReplies() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      let text = String(repeating: "x", count: 1_000)
      try await connection.send(String(repeating: Self.echo(text), count: 900))
      let other = try test.connect()
      try await other.send(Self.echo("a"))
      #expect(try await other.message() == Self.echoed("a"))
      try await connection.send("[]\0" + Self.echo("never"))
      try await other.send(Self.echo("b"))
      #expect(try await other.message() == Self.echoed("b"))
      #expect(try await connection.messages() == Array(repeating: Self.echoed(text), count: 900))
      #expect(test.events.endings == [.fault(.notAnObject)])
    }
  }

  @Test("that does not read is not read from: what waits is bounded, and others are answered")
  func slowReaderOfReplies() async throws {
    let limits = ServerLimits(outputBytes: 1 << 18, outputDeadline: .milliseconds(500))
    try await TestServer.serving(limits: limits) { test in
      let connection = try test.connect()
      let call = Array(Self.echo(String(repeating: "x", count: 10_000)).utf8)
      async let taken = connection.sendUntilClosed(call)
      let other = try test.connect()
      for number in 0..<100 {
        try await other.send(Self.echo("\(number)"))
        #expect(try await other.message() == Self.echoed("\(number)"))
      }
      // Two socket buffers, one mark, one read: without back pressure it would be hundreds of megabytes.
      #expect(try await taken < 4 << 20)
      #expect(test.events.endings == [.outputDeadline])
    }
  }

  @Test("that does not read its stream holds the producer back, and cancels it in the end")
  func slowReaderOfStream() async throws {
    let limits = ServerLimits(outputBytes: 1 << 18, outputDeadline: .milliseconds(500))
    try await TestServer.serving(limits: limits) { test in
      let connection = try test.connect()
      try await connection.send(Self.call("Flood", #"{"replies":100000,"size":10000}"#, #","more":true"#))
      let other = try test.connect()
      try await other.send(Self.echo("a"))
      #expect(try await other.message() == Self.echoed("a"))
      await test.wire.cancelled.wait()
      #expect(test.wire.flooded.value < 200)
      #expect(test.events.endings == [.outputDeadline])
    }
  }

  @Test("that reads slowly gets all of a stream")
  func streamThroughSmallMark() async throws {
    try await TestServer.serving(limits: ServerLimits(outputBytes: 1 << 12)) { test in
      let connection = try test.connect()
      try await connection.send(Self.call("Flood", #"{"replies":500,"size":3000}"#, #","more":true"#) + Self.echo("a"))
      connection.endInput()
      let messages = try await connection.messages()
      #expect(messages.count == 501)
      #expect(messages.prefix(499).allSatisfy { $0.hasSuffix(#","continues":true}"#) })
      #expect(messages.last == Self.echoed("a"))
    }
  }

  @Test(
    "whose peer vanishes in the middle of a call cancels its work",
    arguments: [call("Hold"), call("Watch", "{}", #","more":true"#), call("Hold", "{}", #","oneway":true"#)],
    [false, true])
  func vanish(_ text: String, afterHalfClose: Bool) async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(text + Self.echo("behind"))
      await test.wire.began.wait()
      if afterHalfClose { connection.endInput() }
      connection.close()
      await test.wire.cancelled.wait()
    }
  }

  @Test("whose peer vanishes in the middle of a stream cancels its work")
  func vanishInStream() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(Self.call("Flood", #"{"replies":100000000,"size":10}"#, #","more":true"#))
      #expect(try await connection.message() == #"{"parameters":{"filler":"xxxxxxxxxx"},"continues":true}"#)
      connection.close()
      await test.wire.cancelled.wait()
    }
  }

  @Test("whose call does not arrive whole in time is ended, even if bytes keep coming")
  func messageDeadline() async throws {
    let limits = ServerLimits(messageDeadline: .milliseconds(300))
    try await TestServer.serving(limits: limits) { test in
      let silent = try test.connect()
      let trickling = try test.connect()
      try await silent.send(#"{"method":"#)
      let trickle = Task {
        while !Task.isCancelled {
          try await trickling.send(" ")
          try await Task.sleep(for: .milliseconds(20))
        }
      }
      let reader = try trickling.duplicate()
      #expect(try await silent.bytesToEnd().isEmpty)
      #expect(try await reader.bytesToEnd().isEmpty)
      trickle.cancel()
      #expect(test.events.endings == [.messageDeadline, .messageDeadline])
    }
  }

  @Test("that is always inside a message, but each time inside another one, is not ended")
  func neverBetweenMessages() async throws {
    let limits = ServerLimits(messageDeadline: .seconds(3), idleDeadline: .seconds(3))
    try await TestServer.serving(limits: limits) { test in
      let connection = try test.connect()
      let call = Self.echo("a")
      // Deadlines are looked at once a second; on a busy machine one exchange may take that long.
      let replies = try await connection.exchange(
        beginning: String(call.prefix(1)), then: String(call.dropFirst() + call.prefix(1)),
        for: .milliseconds(6_500), pause: .milliseconds(20))
      #expect(replies.count > 1)
      #expect(replies.allSatisfy { $0 == Self.echoed("a") })
      #expect(test.events.endings.isEmpty)
    }
  }

  @Test("without a call is ended after a while; one with a call under way is not")
  func idleDeadline() async throws {
    try await TestServer.serving(limits: ServerLimits(idleDeadline: .milliseconds(300))) { test in
      let working = try test.connect()
      try await working.send(Self.call("Hold"))
      let idle = try test.connect()
      let served = try test.connect()
      try await served.send(Self.echo("a"))
      #expect(try await served.message() == Self.echoed("a"))
      #expect(try await idle.bytesToEnd().isEmpty)
      #expect(try await served.bytesToEnd().isEmpty)
      #expect(test.events.endings == [.idle, .idle])
      test.wire.release.open()
      #expect(try await working.message() == #"{"parameters":{"text":"held"}}"#)
    }
  }

  @Test("hears nothing from work that outlives its call")
  func leakedStream() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(Self.call("Leak", "{}", #","more":true"#) + Self.call("Hold", "{}", #","more":true"#))
      #expect(try await connection.message() == "{}")
      await test.wire.began.wait()
      let stream = try #require(test.wire.leaked.stream.withLock { $0 })
      await #expect(throws: CancellationError.self) { try await stream.send(NoFields()) }
      test.wire.release.open()
      #expect(try await connection.message() == #"{"parameters":{"text":"held"}}"#)
    }
  }
}
