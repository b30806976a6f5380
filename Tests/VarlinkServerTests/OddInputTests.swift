import Testing
import Varlink

@testable import VarlinkServer

/// One row of the table of odd input: what goes in, and what must come out.
struct OddInput: Sendable, CustomTestStringConvertible {
  enum Answer: Sendable {
    /// Exactly this message, and the connection goes on.
    case reply(String)
    /// The end of the stream without a word.
    case close
  }

  let name: String
  let input: [UInt8]
  let answer: Answer

  init(_ name: String, _ input: [UInt8], _ answer: Answer) {
    self.name = name
    self.input = input
    self.answer = answer
  }

  init(_ name: String, _ input: String, _ answer: Answer) {
    self.init(name, Array(input.utf8), answer)
  }

  var testDescription: String { name }

  static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  /// A call of so many bytes.
  static func long(_ count: Int) -> String {
    call(#"{"text":"\#(filler(count))"}"#)
  }

  /// The text in a call of so many bytes.
  private static func filler(_ count: Int) -> String {
    String(repeating: "x", count: count - call(#"{"text":""}"#).utf8.count)
  }

  private static let information =
    #"{"parameters":{"vendor":"v","product":"p","version":"1","url":"u","#
    + #""interfaces":["org.example.wire","org.varlink.service"]}}"#
  private static let echo = #"{"parameters":{"text":"a","note":null}}"#

  private static func invalid(_ name: String) -> Answer {
    .reply(#"{"error":"org.varlink.service.InvalidParameter","parameters":{"parameter":"\#(name)"}}"#)
  }

  /// What sd-varlink of systemd 257 does where the specification is silent, and what the specification says.
  static let rows: [OddInput] = [
    OddInput("parameters absent", #"{"method":"org.varlink.service.GetInfo"}"#, .reply(information)),
    OddInput("parameters null", #"{"method":"org.varlink.service.GetInfo","parameters":null}"#, .reply(information)),
    OddInput("parameters {}", #"{"method":"org.varlink.service.GetInfo","parameters":{}}"#, .reply(information)),
    OddInput("parameters []", #"{"method":"org.varlink.service.GetInfo","parameters":[]}"#, .close),
    OddInput("parameters a string", #"{"method":"org.varlink.service.GetInfo","parameters":""}"#, .close),

    OddInput("an unknown parameter", call(#"{"text":"a","other":1}"#), invalid("other")),
    OddInput(
      "an unknown parameter of GetInfo", #"{"method":"org.varlink.service.GetInfo","parameters":{"other":1}}"#,
      invalid("other")),
    OddInput(
      "an unknown parameter of GetInterfaceDescription",
      description(#"{"interface":"org.example.wire","other":1}"#), invalid("other")),
    OddInput("a missing parameter", call("{}"), invalid("text")),
    OddInput("a missing parameter, no parameters", #"{"method":"org.example.wire.Echo"}"#, invalid("text")),
    OddInput("a parameter of the wrong type", call(#"{"text":1}"#), invalid("text")),
    OddInput("an optional parameter of the wrong type", call(#"{"text":"a","note":1}"#), invalid("note")),
    OddInput("null for a parameter that is not optional", call(#"{"text":null}"#), invalid("text")),
    OddInput("null for an optional parameter", call(#"{"text":"a","note":null}"#), .reply(echo)),
    OddInput("an optional parameter left out", call(#"{"text":"a"}"#), .reply(echo)),
    OddInput("true for a number", count("true"), invalid("to")),
    OddInput("1.0 for an integer", count("1.0"), invalid("to")),
    OddInput("a string for a number", count(#""1""#), invalid("to")),
    OddInput("GetInterfaceDescription without a name", description("{}"), invalid("interface")),
    OddInput("GetInterfaceDescription with a number", description(#"{"interface":1}"#), invalid("interface")),
    OddInput("GetInterfaceDescription with null", description(#"{"interface":null}"#), invalid("interface")),

    OddInput("an unknown key at the top", #"{"method":"org.varlink.service.GetInfo","other":1}"#, .close),
    OddInput("a vendor's key at the top", #"{"method":"org.varlink.service.GetInfo","org.x":1}"#, .close),
    OddInput("upgrade, even false", #"{"method":"org.varlink.service.GetInfo","upgrade":false}"#, .close),
    OddInput("a reply instead of a call", #"{"parameters":{}}"#, .close),
    OddInput("continues in a call", #"{"method":"org.varlink.service.GetInfo","continues":true}"#, .close),

    OddInput("more a number", #"{"method":"org.varlink.service.GetInfo","more":1}"#, .close),
    OddInput("more null", #"{"method":"org.varlink.service.GetInfo","more":null}"#, .close),
    OddInput("more a string", #"{"method":"org.varlink.service.GetInfo","more":"true"}"#, .close),
    OddInput("oneway a number", #"{"method":"org.varlink.service.GetInfo","oneway":0}"#, .close),
    OddInput("oneway null", #"{"method":"org.varlink.service.GetInfo","oneway":null}"#, .close),
    OddInput(
      "more and oneway false", #"{"method":"org.varlink.service.GetInfo","more":false,"oneway":false}"#,
      .reply(information)),
    OddInput(
      "more true to a method of one reply", #"{"method":"org.varlink.service.GetInfo","more":true}"#,
      .reply(information)),
    OddInput("more with oneway", #"{"method":"org.varlink.service.GetInfo","more":true,"oneway":true}"#, .close),
    OddInput(
      "a subscription without more", #"{"method":"org.example.wire.Watch"}"#,
      .reply(#"{"error":"org.varlink.service.ExpectedMore"}"#)),

    OddInput("no method", "{}", .close),
    OddInput("parameters only", #"{"parameters":{"a":1},"more":true}"#, .close),
    OddInput("method not a string", #"{"method":1}"#, .close),
    OddInput("method null", #"{"method":null}"#, .close),
    OddInput("an array", "[]", .close),
    OddInput("a string", #""org.varlink.service.GetInfo""#, .close),
    OddInput("null", "null", .close),
    OddInput("not JSON", "hello", .close),
    OddInput("half of a JSON text", #"{"method":"org.varlink.service.GetInfo""#, .close),
    OddInput("text behind the object", #"{"method":"org.varlink.service.GetInfo"} x"#, .close),
    OddInput("two objects in one message", #"{"method":"a.B"}{"method":"a.B"}"#, .close),
    OddInput("a comma too many", #"{"method":"org.varlink.service.GetInfo",}"#, .close),
    OddInput("bad UTF-8", Array(#"{"method":"org.varlink.service.GetInfo"#.utf8) + [0xFF] + Array(#""}"#.utf8), .close),
    OddInput("an overlong form in UTF-8", Array(#"{"method":""#.utf8) + [0xC0, 0xAF] + Array(#""}"#.utf8), .close),
    OddInput("a byte order mark", [0xEF, 0xBB, 0xBF] + Array(#"{"method":"a.B"}"#.utf8), .close),
    OddInput("an empty message", "", .close),
    OddInput("white space only", "  \n", .close),

    OddInput("a key twice", #"{"method":"a.B","method":"a.B"}"#, .close),
    OddInput("a key twice, once escaped", #"{"method":"a.B","\u006dethod":"a.B"}"#, .close),
    OddInput("a parameter twice", call(#"{"text":"a","text":"a"}"#), .close),
    OddInput("\\u0000 in a string", call(#"{"text":"\u0000"}"#), .close),
    OddInput("\\u0000 in a key", call(#"{"te\u0000xt":"a"}"#), .close),
    OddInput("half of a surrogate pair", call(#"{"text":"\ud800"}"#), .close),
    OddInput("a number beyond a double", count("1e999"), .close),
    OddInput("an integer beyond 64 bits", count("9223372036854775808"), invalid("to")),
    OddInput("5,000 levels", call(#"{"text":\#(nested(5_000))}"#), .close),
    OddInput(
      "half a million levels, never closed", call(#"{"text":\#(String(repeating: "[", count: 500_000))"#), .close),
    OddInput("one level too many", call(#"{"text":\#(nested(31))}"#), .close),
    OddInput("as many levels as may be", call(#"{"text":\#(nested(30))}"#), invalid("text")),
    OddInput("white space around", " \t\r\n" + call(#"{ "text" : "a" }"#) + "\n ", .reply(echo)),
    OddInput("escapes in a key", #"{"m\u0065thod":"org.varlink.service.GetInfo"}"#, .reply(information)),
    OddInput(
      "as long as may be", long(1 << 20),
      .reply(#"{"parameters":{"text":"\#(filler(1 << 20))","note":null}}"#)),
    OddInput("one byte too long", long((1 << 20) + 1), .close),
    OddInput("17 MiB", long(17 << 20), .close),

    OddInput(
      "an interface that is not served", #"{"method":"org.example.other.Echo"}"#,
      .reply(#"{"error":"org.varlink.service.InterfaceNotFound","parameters":{"interface":"org.example.other"}}"#)),
    OddInput(
      "a method without an interface", #"{"method":"Echo"}"#,
      .reply(#"{"error":"org.varlink.service.InterfaceNotFound","parameters":{"interface":"Echo"}}"#)),
    OddInput(
      "an empty method", #"{"method":""}"#,
      .reply(#"{"error":"org.varlink.service.InterfaceNotFound","parameters":{"interface":""}}"#)),
    OddInput(
      "a method that is not declared", #"{"method":"org.example.wire.Other"}"#,
      .reply(#"{"error":"org.varlink.service.MethodNotFound","parameters":{"method":"org.example.wire.Other"}}"#)),
    OddInput(
      "the name of an error as a method", #"{"method":"org.example.wire.Failed"}"#,
      .reply(#"{"error":"org.varlink.service.MethodNotFound","parameters":{"method":"org.example.wire.Failed"}}"#)),
    OddInput(
      "a method that is declared and not served", #"{"method":"org.example.wire.Missing"}"#,
      .reply(
        #"{"error":"org.varlink.service.MethodNotImplemented","parameters":{"method":"org.example.wire.Missing"}}"#)),
    OddInput(
      "the description of an interface that is not served", description(#"{"interface":"org.example.other"}"#),
      .reply(#"{"error":"org.varlink.service.InterfaceNotFound","parameters":{"interface":"org.example.other"}}"#)),
  ]

  private static func call(_ parameters: String) -> String {
    #"{"method":"org.example.wire.Echo","parameters":\#(parameters)}"#
  }

  private static func count(_ number: String) -> String {
    #"{"method":"org.example.wire.Count","parameters":{"to":\#(number)}}"#
  }

  private static func description(_ parameters: String) -> String {
    #"{"method":"org.varlink.service.GetInterfaceDescription","parameters":\#(parameters)}"#
  }
}

@Suite("Odd input on a real socket", .timeLimit(.minutes(1)))
struct OddInputTests {
  private static let sign = #"{"method":"org.example.wire.Echo","parameters":{"text":"sign of life"}}"#
  private static let signReply = #"{"parameters":{"text":"sign of life","note":null}}"#

  @Test("is answered, or ends the connection without a word", arguments: OddInput.rows)
  func row(_ row: OddInput) async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      // The call behind shows what became of the connection.
      try await connection.send(row.input + [0] + Array(Self.sign.utf8) + [0])
      connection.endInput()
      switch row.answer {
      case .reply(let reply):
        #expect(try await connection.messages() == [reply, Self.signReply])
      case .close:
        #expect(try await connection.bytesToEnd().isEmpty)
        #expect(test.events.endings.count == 1)
      }

      let other = try test.connect()
      try await other.send(Self.sign + "\0")
      #expect(try await other.message() == Self.signReply, "other connections go on")
    }
  }

  @Test("one byte at a time is the same as all at once")
  func byteByByte() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      for byte in (Self.sign + "\0").utf8 { try await connection.send([byte]) }
      #expect(try await connection.message() == Self.signReply)
      #expect(connection.isQuiet)
    }
  }

  @Test("three calls in one write get three replies")
  func threeInOne() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(String(repeating: Self.sign + "\0", count: 3))
      for _ in 0..<3 { #expect(try await connection.message() == Self.signReply) }
      #expect(connection.isQuiet)
    }
  }

  @Test(
    "a client that closes its half after the call gets the reply, then the end",
    arguments: [
      ("org.example.wire.Echo", #"{"text":"a"}"#, [#"{"parameters":{"text":"a","note":null}}"#]),
      ("org.example.wire.Hold", "{}", [#"{"parameters":{"text":"held"}}"#]),
      ("org.example.wire.Count", #"{"to":2}"#, [#"{"parameters":{"number":2}}"#]),
    ])
  func halfClose(_ method: String, _ parameters: String, _ replies: [String]) async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(#"{"method":"\#(method)","parameters":\#(parameters)}"# + "\0")
      connection.endInput()
      test.wire.release.open()
      #expect(try await connection.messages() == replies)
      #expect(test.events.endings.isEmpty)
    }
  }

  @Test("a client that closes its half inside a message is ended without a word")
  func cutShort() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(Self.sign)
      connection.endInput()
      #expect(try await connection.bytesToEnd().isEmpty)
      #expect(test.events.endings == [.fault(.cutShort)])
    }
  }
}
