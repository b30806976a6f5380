import JSON
import Testing
import Varlink

@Suite("VarlinkCall")
struct VarlinkCallTests {
  @Test(
    "reads what stands on the wire",
    arguments: [
      (#"{"method":"a.b.C"}"#, VarlinkCall(method: "a.b.C")),
      (#"{"method":"a.b.C","parameters":{}}"#, VarlinkCall(method: "a.b.C")),
      (#"{"method":"a.b.C","parameters":null}"#, VarlinkCall(method: "a.b.C")),
      (#"{"parameters":{"x":1},"method":"a.b.C"}"#, VarlinkCall(method: "a.b.C", parameters: ["x": .integer(1)])),
      (#"{"method":"a.b.C","more":false,"oneway":false}"#, VarlinkCall(method: "a.b.C")),
      (#"{"method":"a.b.C","more":true}"#, VarlinkCall(method: "a.b.C", mode: .more)),
      (#"{"method":"a.b.C","more":false,"oneway":true}"#, VarlinkCall(method: "a.b.C", mode: .oneway)),
      (" \r\n\t{ \"method\" : \"a.b.C\" } \n", VarlinkCall(method: "a.b.C")),
      (#"{"method":""}"#, VarlinkCall(method: "")),
    ])
  func accepted(text: String, call: VarlinkCall) throws {
    #expect(try VarlinkCall(message: Array(text.utf8)) == call)
  }

  @Test(
    "refuses what breaks the protocol",
    arguments: [
      (#"{"method":"a.b.C","parameters":[]}"#, VarlinkProtocolFault.wrongType(key: "parameters")),
      (#"{"method":"a.b.C","parameters":"x"}"#, .wrongType(key: "parameters")),
      (#"{"method":"a.b.C","more":1}"#, .wrongType(key: "more")),
      (#"{"method":"a.b.C","more":null}"#, .wrongType(key: "more")),
      (#"{"method":"a.b.C","oneway":"true"}"#, .wrongType(key: "oneway")),
      (#"{"method":"a.b.C","oneway":null}"#, .wrongType(key: "oneway")), (#"{"method":1}"#, .wrongType(key: "method")),
      (#"{"method":null}"#, .wrongType(key: "method")),
      (#"{"method":"a.b.C","more":true,"oneway":true}"#, .contradiction),
      (#"{"method":"a.b.C","upgrade":false}"#, .unknownKey), (#"{"method":"a.b.C","com.example.x":{}}"#, .unknownKey),
      (#"{"parameters":{}}"#, .missingMethod), ("{}", .missingMethod), ("[]", .notAnObject), ("null", .notAnObject),
      (#""a.b.C""#, .notAnObject),
    ])
  func refused(text: String, fault: VarlinkProtocolFault) {
    #expect(throws: fault) { try VarlinkCall(message: Array(text.utf8)) }
  }

  @Test(
    "refuses what is not the JSON of a message",
    arguments: [
      ("", JSONParseError.Code.unexpectedEnd), (" ", .unexpectedEnd), ("nonsense", .unexpectedByte),
      (#"{"method":"a.b.C"}x"#, .trailingText), (#"{"method":"a.b.C"}{}"#, .trailingText),
      (#"{"method":"a.b.C","method":"a.b.C"}"#, .duplicateName),
      (#"{"method":"a.b.C","parameters":{"x":1,"x":1}}"#, .duplicateName), (#"{"method":"\u0000"}"#, .nullCharacter),
      (#"{"method":"a.b.C","parameters":{"\u0000":1}}"#, .nullCharacter),
      ("{\"method\":\"a.b.C\",\"parameters\":{\"x\":\(String(repeating: "[", count: 5_000))", .tooDeep),
    ])
  func notJSON(text: String, code: JSONParseError.Code) {
    let fault = #expect(throws: VarlinkProtocolFault.self) { try VarlinkCall(message: Array(text.utf8)) }
    guard case .notJSON(let error)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(error.code == code)
    #expect(fault?.code == "notJSON:\(code.rawValue)")
  }

  @Test("refuses bytes that are not UTF-8, and a message over the limit")
  func bytes() {
    let prefix = Array(#"{"method":""#.utf8)
    #expect(throws: VarlinkProtocolFault.self) { try VarlinkCall(message: prefix + [0xFF] + Array("\"}".utf8)) }
    let message = prefix + Array("a.b.C\"}".utf8)
    #expect(throws: Never.self) {
      try VarlinkCall(message: message, limits: JSONLimits(bytes: message.count))
    }
    #expect(throws: VarlinkProtocolFault.self) {
      try VarlinkCall(message: message, limits: JSONLimits(bytes: message.count - 1))
    }
  }

  @Test("writes only the keys that say something, and reads back what it wrote")
  func frames() throws {
    let calls = [
      (VarlinkCall(method: "a.b.C"), #"{"method":"a.b.C"}"#),
      (VarlinkCall(method: "a.b.C", mode: .more), #"{"method":"a.b.C","more":true}"#),
      (
        VarlinkCall(method: "a.b.C", parameters: ["x": .float(1)], mode: .oneway),
        #"{"method":"a.b.C","parameters":{"x":1.0},"oneway":true}"#
      ),
    ]
    for (call, text) in calls {
      #expect(call.frame == Array(text.utf8) + [0])
      #expect(try VarlinkCall(message: call.frame.dropLast()) == call)
    }
  }

  @Test(
    "parts the method from its interface at the last dot",
    arguments: [
      ("org.example.Lamp.Get", "org.example.Lamp", "Get"), ("a.B", "a", "B"), ("a.", "a", ""), (".B", "", "B"),
    ])
  func target(method: String, interface: String, member: String) {
    let target = VarlinkCall(method: method).target
    #expect(target?.interface == interface[...])
    #expect(target?.method == member[...])
  }

  @Test("a method without a dot has no interface", arguments: ["", "Get"])
  func noTarget(method: String) {
    #expect(VarlinkCall(method: method).target == nil)
  }
}
