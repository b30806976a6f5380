import JSON
import Testing
import Varlink

@Suite("VarlinkService")
struct VarlinkServiceTests {
  static let text = "interface org.example.Lamp\n\nmethod Get() -> ()\nmethod Set() -> ()\ntype Part (a: int)\n"
  static let peer = PeerIdentity(uid: 1, gid: 2, pid: 3)

  /// Which handler answers `Get`, and who may.
  private func service(
    _ handler: MethodHandler<Get, PeerIdentity>, isOpen: Bool = true
  ) -> VarlinkService {
    VarlinkService(
      information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"),
      definitions: [LampDefinition.self],
      methods: [
        MethodRow(isOpen, handler).erased.served { (isOpen, context) throws(VarlinkError) in
          guard isOpen else { throw .permissionDenied }
          return context.peer
        }
      ])
  }

  private var echo: VarlinkService {
    service(.immediate { (input, caller) throws(VarlinkError) in Part(count: input.count + Int(caller.uid)) })
  }

  /// The replies to a call as text, those with `continues` first.
  private func answer(_ service: VarlinkService, _ call: VarlinkCall) async -> [String] {
    let sink = ListSink()
    let last: Result<[UInt8], VarlinkError>
    switch service.dispatch(call, from: Self.peer) {
    case .reply(let reply): last = reply
    case .held(let parameters, let gate):
      let error = await withCheckedContinuation { done in gate { done.resume(returning: $0) } }
      last = error.map { .failure($0) } ?? .success(parameters)
    case .work(let work, _):
      do throws(VarlinkError) { last = .success(try await work(sink)) } catch { last = .failure(error) }
    }
    var frame: [UInt8] = []
    switch last {
    case .success(let parameters): VarlinkReply.append(parameters: parameters, continues: false, to: &frame)
    case .failure(let error): VarlinkReply.append(error: error, to: &frame)
    }
    return await sink.replies + [String(decoding: frame.dropLast(), as: UTF8.self)]
  }

  @Test("GetInfo tells who it is and the interfaces, sorted", arguments: [VarlinkCall.Mode.single, .more, .oneway])
  func information(mode: VarlinkCall.Mode) async {
    let interfaces = #"["org.example.Lamp","org.varlink.service"]"#
    #expect(
      await answer(echo, VarlinkCall(method: "org.varlink.service.GetInfo", mode: mode)) == [
        #"{"parameters":{"vendor":"v","product":"p","version":"1","url":"u","interfaces":\#(interfaces)}}"#
      ])
  }

  @Test("GetInterfaceDescription gives the text, also its own")
  func description() async throws {
    let method = "org.varlink.service.GetInterfaceDescription"
    for (name, text) in [("org.example.Lamp", Self.text), ("org.varlink.service", nil)] {
      let replies = await answer(echo, VarlinkCall(method: method, parameters: ["interface": .string(name)]))
      guard case .success(let parameters, false) = try VarlinkReply(message: Array(try #require(replies.first).utf8)),
        case .string(let description)? = parameters["description"]
      else {
        Issue.record("a description was expected: \(replies)")
        continue
      }
      #expect(description == text ?? description)
      let interface = try InterfaceParser.parse(description)
      #expect(interface.name == name)
      #expect(interface.portabilityProblems.isEmpty)
    }
  }

  @Test(
    "answers wrong calls with the errors of org.varlink.service",
    arguments: [
      ("org.varlink.service.GetInfo", ["x": .null], VarlinkError.invalidParameter("x")),
      ("org.varlink.service.GetInterfaceDescription", [:], .invalidParameter("interface")),
      ("org.varlink.service.GetInterfaceDescription", ["interface": .null], .invalidParameter("interface")),
      ("org.varlink.service.GetInterfaceDescription", ["interface": .integer(1)], .invalidParameter("interface")),
      (
        "org.varlink.service.GetInterfaceDescription", ["interface": .string("org.example.Lamp"), "x": .null],
        .invalidParameter("x")
      ),
      (
        "org.varlink.service.GetInterfaceDescription", ["interface": .string("org.example.No")],
        .interfaceNotFound("org.example.No")
      ),
      ("org.varlink.service.Get", [:], .methodNotFound("org.varlink.service.Get")),
      ("org.example.No.Get", [:], .interfaceNotFound("org.example.No")), ("Get", [:], .interfaceNotFound("Get")),
      ("", [:], .interfaceNotFound("")), ("org.example.Lamp", [:], .interfaceNotFound("org.example")),
      ("org.example.Lamp.", [:], .methodNotFound("org.example.Lamp.")),
      ("org.example.Lamp.get", [:], .methodNotFound("org.example.Lamp.get")),
      ("org.example.Lamp.Part", [:], .methodNotFound("org.example.Lamp.Part")),
      ("org.example.Lamp.Set", [:], .methodNotImplemented("org.example.Lamp.Set")),
      ("org.example.Lamp.Get", [:], .invalidParameter("count")),
      ("org.example.Lamp.Get", ["count": .float(1)], .invalidParameter("count")),
      ("org.example.Lamp.Get", ["count": .integer(1), "x": .null], .invalidParameter("x")),
    ] as [(String, JSONObject, VarlinkError)])
  func errors(method: String, parameters: JSONObject, error: VarlinkError) async {
    let replies = await answer(echo, VarlinkCall(method: method, parameters: parameters))
    #expect(replies == [String(decoding: VarlinkReply.failure(error).frame.dropLast(), as: UTF8.self)])
  }

  @Test("a handler sees the input and the caller, whether it answers at once or later")
  func handlers() async {
    let later = service(.later { (input, caller) async throws(VarlinkError) in Part(count: input.count + 1) })
    // At once for even numbers.
    let promptly = service(
      .promptly(
        { (input, _) throws(VarlinkError) in
          input.count.isMultiple(of: 2) ? PreparedReply(Part(count: input.count + 1)) : nil
        },
        orLater: { (input, _) async throws(VarlinkError) in Part(count: input.count + 2) }))
    #expect(
      await answer(promptly, VarlinkCall(method: Get.name, parameters: ["count": .integer(3)]))
        == [#"{"parameters":{"count":5}}"#])
    for error in [nil, VarlinkError.permissionDenied] {
      let held = service(
        .promptly(
          { (input, _) throws(VarlinkError) in PreparedReply(Part(count: input.count)).held { $0(error) } },
          orLater: { (input, _) async throws(VarlinkError) in input }))
      #expect(
        await answer(held, VarlinkCall(method: Get.name, parameters: ["count": .integer(3)])) == [
          error == nil
            ? #"{"parameters":{"count":3}}"# : #"{"error":"org.varlink.service.PermissionDenied"}"#
        ])
    }
    for service in [echo, later, promptly] {
      let call = VarlinkCall(method: Get.name, parameters: ["count": .integer(4)])
      #expect(await answer(service, call) == [#"{"parameters":{"count":5}}"#])
    }
  }

  @Test("a refused caller learns nothing, not even whether the parameters were right")
  func admission() async {
    let handlers: [MethodHandler<Get, PeerIdentity>] = [
      .immediate { (input, _) throws(VarlinkError) in input },
      .later { (input, _) async throws(VarlinkError) in input },
      .progress { (input, _, _) async throws(VarlinkError) in input },
      .promptly(
        { (input, _) throws(VarlinkError) in PreparedReply(input) },
        orLater: { (input, _) async throws(VarlinkError) in input }),
    ]
    for handler in handlers {
      #expect(
        await answer(service(handler, isOpen: false), VarlinkCall(method: Get.name, parameters: ["x": .null]))
          == [#"{"error":"org.varlink.service.PermissionDenied"}"#])
    }
  }

  @Test("progress goes to those who asked for more; others get the last reply only")
  func progress() async {
    let counting = service(
      .progress { (input, _, replies) async throws(VarlinkError) in
        for count in 0..<input.count { try? await replies.send(Part(count: count)) }
        return input
      })
    let parameters: JSONObject = ["count": .integer(2)]
    let last = #"{"parameters":{"count":2}}"#
    #expect(await answer(counting, VarlinkCall(method: Get.name, parameters: parameters)) == [last])
    #expect(
      await answer(counting, VarlinkCall(method: Get.name, parameters: parameters, mode: .more))
        == [#"{"count":0}"#, #"{"count":1}"#, last])
  }

  @Test("a subscription must be called with more")
  func subscription() async {
    let watching = service(
      .subscription { (input, _, replies) async throws(VarlinkError) in
        try? await replies.send(Part(count: 1))
        return input
      })
    let parameters: JSONObject = ["count": .integer(2)]
    for mode in [VarlinkCall.Mode.single, .oneway] {
      #expect(
        await answer(watching, VarlinkCall(method: Get.name, parameters: parameters, mode: mode))
          == [#"{"error":"org.varlink.service.ExpectedMore"}"#])
    }
    #expect(
      await answer(watching, VarlinkCall(method: Get.name, parameters: parameters, mode: .more))
        == [#"{"count":1}"#, #"{"parameters":{"count":2}}"#])
  }

  @Test("an error of a handler is the reply")
  func failure() async {
    let failing = service(.immediate { (input, _) throws(VarlinkError) in throw VarlinkError(input) })
    #expect(
      await answer(failing, VarlinkCall(method: Get.name, parameters: ["count": .integer(1)]))
        == [#"{"error":"org.example.Lamp.Part","parameters":{"count":1}}"#])
  }
}

private enum Get: VarlinkMethod {
  typealias Input = Part
  typealias Output = Part
  static let name = "org.example.Lamp.Get"
}

private enum LampDefinition: VarlinkInterfaceDefinition {
  static let name = "org.example.Lamp"
  static let text = VarlinkServiceTests.text
  static let methodNames = [Get.name, "org.example.Lamp.Set"]
}

/// Keeps what is sent.
private actor ListSink: ReplySink {
  private(set) var replies: [String] = []

  func send(_ parameters: [UInt8]) async throws(CancellationError) {
    replies.append(String(decoding: parameters, as: UTF8.self))
  }
}
