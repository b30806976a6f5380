import JSON
import Testing
import Varlink

@testable import varlink_certification

@Suite("The certification service, without a transport")
struct CertificationServiceTests {
  private let walker = Walker()

  /// The right step comes too late once a wrong one was taken.
  private func expectEnded(_ client: String, at position: Int) async throws {
    let error = await #expect(throws: VarlinkError.self) { try await walker.take(Step.all[position], client) }
    #expect(error == VarlinkError(CertificationInterface.ClientIdError()))
  }

  @Test("a client that hands each answer on comes to the end")
  func walk() async throws {
    let client = try await walker.start()
    #expect(try await walker.walk(client, steps: Step.all.count) == [#"{"all_ok":true}"#])
  }

  @Test("answers, kind by kind of number")
  func answers() async throws {
    let client = try await walker.start()
    let replies: [[String]] = [
      [#"{"bool":true}"#], [#"{"int":1}"#], [#"{"float":1.0}"#], [#"{"string":"ping"}"#],
      [#"{"bool":false,"int":2,"float":3.141592653589793,"string":"a lot of string"}"#],
      [#"{"struct":{"bool":false,"int":2,"float":3.141592653589793,"string":"a lot of string"}}"#],
      [#"{"map":{"bar":"Bar","foo":"Foo"}}"#], [#"{"set":{"one":{},"three":{},"two":{}}}"#],
      [#"{"mytype":\#(Step.myType.text())}"#], (1...10).map { #"{"string":"Reply number \#($0)"}"# }, [""],
      [#"{"all_ok":true}"#],
    ]
    for (step, wants) in zip(Step.all, replies) { #expect(try await walker.take(step, client) == wants) }
  }

  @Test("walks do not disturb each other")
  func interleaved() async throws {
    let clients = [try await walker.start(), try await walker.start(), try await walker.start()]
    #expect(Set(clients).count == 3)
    for step in Step.all {
      for client in clients { #expect(try await walker.take(step, client).isEmpty == false) }
    }
  }

  @Test("a step out of order is refused with both calls, and ends the walk", arguments: 0..<12, 0..<12)
  func wrongOrder(position: Int, taken: Int) async throws {
    guard position != taken else { return }
    let client = try await walker.start()
    try await walker.walk(client, steps: position)
    let step = Step.all[taken]
    let error = await #expect(throws: VarlinkError.self) { try await walker.take(step, client) }
    let difference = try #require(error.flatMap { CertificationInterface.CertificationError($0) })
    #expect(difference.wants == ["method": .string("org.varlink.certification.\(Step.all[position].method)")])
    #expect(difference.got["method"] == .string("org.varlink.certification.\(step.method)"))
    #expect(difference.got["more"] == (step.mode == .more ? .bool(true) : nil))
    #expect(difference.got["oneway"] == (step.mode == .oneway ? .bool(true) : nil))
    try await expectEnded(client, at: position)
  }

  @Test("a wrong value is refused with both calls", arguments: Step.wrong)
  func wrongValue(position: Int, parameters: JSONObject) async throws {
    let client = try await walker.start()
    try await walker.walk(client, steps: position)
    var step = Step.all[position]
    let right = step.call(client).parameters
    step.parameters = parameters
    let error = await #expect(throws: VarlinkError.self) { try await walker.take(step, client) }
    let difference = try #require(error.flatMap { CertificationInterface.CertificationError($0) })
    #expect(difference.wants["method"] == difference.got["method"])
    #expect(difference.wants != difference.got)
    if step.method != "Test10" { #expect(difference.wants["parameters"] == .object(right)) }
    try await expectEnded(client, at: position)
  }

  @Test("a wrong kind is refused with the name of the parameter, and the walk goes on")
  func wrongKind() async throws {
    let client = try await walker.start()
    try await walker.walk(client, steps: 2)
    for value in [JSONValue.float(1), .bool(true), .string("1"), .null] {
      let call = VarlinkCall(
        method: "org.varlink.certification.Test03", parameters: ["client_id": .string(client), "int": value])
      let error = await #expect(throws: VarlinkError.self) { try await walker.send(call) }
      #expect(error == .invalidParameter("int"))
    }
    #expect(try await walker.take(Step.all[2], client) == [#"{"float":1.0}"#])
  }

  @Test("an integer literal is the float of the fourth step")
  func integerLiteral() async throws {
    let client = try await walker.start()
    try await walker.walk(client, steps: 3)
    var step = Step.all[3]
    step.parameters = ["float": .integer(1)]
    #expect(try await walker.take(step, client) == [#"{"string":"ping"}"#])
  }

  @Test("how a step is called belongs to it", arguments: 0..<12, [VarlinkCall.Mode.single, .more, .oneway])
  func modes(position: Int, mode: VarlinkCall.Mode) async throws {
    guard mode != Step.all[position].mode else { return }
    let client = try await walker.start()
    try await walker.walk(client, steps: position)
    var step = Step.all[position]
    step.mode = mode
    let error = await #expect(throws: VarlinkError.self) { try await walker.take(step, client) }
    if step.method == "Test10" {
      #expect(error == .expectedMore)
      #expect(try await walker.take(Step.all[position], client).count == 10)
    } else {
      #expect(error?.name == CertificationInterface.CertificationError.errorName)
      try await expectEnded(client, at: position)
    }
  }

  @Test("Start is called plainly")
  func start() async {
    for mode in [VarlinkCall.Mode.more, .oneway] {
      let call = VarlinkCall(method: CertificationInterface.Start.name, mode: mode)
      let error = await #expect(throws: VarlinkError.self) { try await walker.send(call) }
      #expect(error?.name == CertificationInterface.CertificationError.errorName)
    }
  }

  @Test("nobody and one who has come to the end have no walk")
  func unknown() async throws {
    let client = try await walker.start()
    try await walker.walk(client, steps: Step.all.count)
    for name in [client, "nobody", ""] {
      for step in Step.all {
        let error = await #expect(throws: VarlinkError.self) { try await walker.take(step, name) }
        #expect(error == VarlinkError(CertificationInterface.ClientIdError()))
      }
    }
  }

  @Test("of very many walks the oldest are forgotten")
  func bounded() async throws {
    let oldest = try await walker.start()
    let second = try await walker.start()
    for _ in 1..<CertificationWalks.limit { _ = try await walker.start() }
    await #expect(throws: VarlinkError.self) { try await walker.take(Step.all[0], oldest) }
    #expect(try await walker.take(Step.all[0], second) == [#"{"bool":true}"#])
  }
}
