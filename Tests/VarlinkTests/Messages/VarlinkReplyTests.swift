import JSON
import Testing
import Varlink

@Suite("VarlinkReply")
struct VarlinkReplyTests {
  static let error = VarlinkError(name: "a.b.E", parameters: ["x": .integer(1)])

  @Test(
    "reads what stands on the wire",
    arguments: [
      ("{}", VarlinkReply.success([:], continues: false)), (#"{"parameters":null}"#, .success([:], continues: false)),
      (#"{"parameters":{"x":1},"continues":false}"#, .success(["x": .integer(1)], continues: false)),
      (#"{"continues":true,"parameters":{}}"#, .success([:], continues: true)),
      (#"{"error":"a.b.E"}"#, .failure(VarlinkError(name: "a.b.E"))),
      (#"{"parameters":{"x":1},"error":"a.b.E","continues":false}"#, .failure(error)),
    ])
  func accepted(text: String, reply: VarlinkReply) throws {
    #expect(try VarlinkReply(message: Array(text.utf8)) == reply)
  }

  @Test(
    "refuses what breaks the protocol",
    arguments: [
      ("[]", VarlinkProtocolFault.notAnObject), (#"{"parameters":[]}"#, .wrongType(key: "parameters")),
      (#"{"continues":1}"#, .wrongType(key: "continues")), (#"{"continues":null}"#, .wrongType(key: "continues")),
      (#"{"error":null}"#, .wrongType(key: "error")), (#"{"error":5}"#, .wrongType(key: "error")),
      (#"{"error":"a.b.E","continues":true}"#, .contradiction), (#"{"text":"x"}"#, .unknownKey),
    ])
  func refused(text: String, fault: VarlinkProtocolFault) {
    #expect(throws: fault) { try VarlinkReply(message: Array(text.utf8)) }
  }

  @Test("writes only the keys that say something, and reads back what it wrote")
  func frames() throws {
    let replies = [
      (VarlinkReply.success([:], continues: false), "{}"), (.success([:], continues: true), #"{"continues":true}"#),
      (.success(["x": .null], continues: false), #"{"parameters":{"x":null}}"#),
      (.success(["x": .null], continues: true), #"{"parameters":{"x":null},"continues":true}"#),
      (.failure(VarlinkError(name: "a.b.E")), #"{"error":"a.b.E"}"#),
      (.failure(Self.error), #"{"error":"a.b.E","parameters":{"x":1}}"#),
    ]
    for (reply, text) in replies {
      #expect(reply.frame == Array(text.utf8) + [0])
      #expect(try VarlinkReply(message: reply.frame.dropLast()) == reply)
    }
  }

  @Test("the errors of org.varlink.service are named as the specification names them")
  func serviceErrors() throws {
    let errors: [(VarlinkError, String)] = [
      (.interfaceNotFound("a"), #"{"error":"org.varlink.service.InterfaceNotFound","parameters":{"interface":"a"}}"#),
      (.methodNotFound("a"), #"{"error":"org.varlink.service.MethodNotFound","parameters":{"method":"a"}}"#),
      (
        .methodNotImplemented("a"), #"{"error":"org.varlink.service.MethodNotImplemented","parameters":{"method":"a"}}"#
      ),
      (.invalidParameter("a"), #"{"error":"org.varlink.service.InvalidParameter","parameters":{"parameter":"a"}}"#),
      (.permissionDenied, #"{"error":"org.varlink.service.PermissionDenied"}"#),
      (.expectedMore, #"{"error":"org.varlink.service.ExpectedMore"}"#),
    ]
    for (error, text) in errors {
      #expect(VarlinkReply.failure(error).frame == Array(text.utf8) + [0])
    }
  }
}
