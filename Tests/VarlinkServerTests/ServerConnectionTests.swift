import JSON
import Testing
import Varlink

@testable import VarlinkServer

@Suite("ServerConnection")
struct ServerConnectionTests {
  @Test("answers calls in their order, however the bytes arrive")
  func order() {
    for chunk in [1, 3, 1_000] {
      var connection = ServerConnection(
        service: .echo, peer: PeerIdentity(uid: 1, gid: 1, pid: 1), limits: ServerLimits())
      let bytes = (0..<5).flatMap { VarlinkCall(method: "a.b.Echo", parameters: ["n": .integer($0)]).frame }
      var start = 0
      while start < bytes.count {
        let end = min(start + chunk, bytes.count)
        bytes[start..<end].withUnsafeBytes { connection.receive($0) }
        while case .flush = connection.advance() {}
        start = end
      }
      let replies = connection.takeOutput().split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      #expect(replies == (0..<5).map { #"{"parameters":{"n":\#($0)}}"# })
    }
  }

  @Test("looks at the next call only when the one under way is answered")
  func oneAtATime() {
    var connection = ServerConnection(
      service: .echo, peer: PeerIdentity(uid: 1, gid: 1, pid: 1), limits: ServerLimits())
    let bytes = VarlinkCall(method: "a.b.Later").frame + VarlinkCall(method: "a.b.Echo").frame
    bytes.withUnsafeBytes { connection.receive($0) }
    guard case .begin = connection.advance() else {
      Issue.record("the work of the first call was expected")
      return
    }
    guard case .wait = connection.advance() else {
      Issue.record("the second call was looked at too early")
      return
    }
    #expect(connection.output.isEmpty)
    connection.finish(.success([]))
    guard case .wait = connection.advance() else {
      Issue.record("there was nothing more to do")
      return
    }
    #expect(connection.takeOutput() == Array("{}\0{}\0".utf8))
  }

  @Test("has a large message read elsewhere, and keeps the order around it")
  func largeMessage() throws {
    var connection = ServerConnection(
      service: .echo, peer: PeerIdentity(uid: 1, gid: 1, pid: 1), limits: ServerLimits())
    let text = String(repeating: "x", count: ServerConnection.largeMessage)
    let small = VarlinkCall(method: "a.b.Echo", parameters: ["n": .integer(1)]).frame
    let large = VarlinkCall(method: "a.b.Echo", parameters: ["n": .string(text)]).frame
    (small + large + small).withUnsafeBytes { connection.receive($0) }
    guard case .decode(let message) = connection.advance() else {
      Issue.record("the large message was to be read elsewhere")
      return
    }
    #expect(connection.isWorking)
    guard case .wait = connection.advance() else {
      Issue.record("what follows was looked at too early")
      return
    }
    connection.decoded(.success(try VarlinkCall(message: message, limits: connection.jsonLimits)))
    var output: [UInt8] = []
    while case .flush = connection.advance() { output += connection.takeOutput() }
    output += connection.takeOutput()
    let lengths = output.split(separator: 0).map(\.count)
    #expect(lengths == [22, 24 + text.utf8.count - 1, 22])

    large.withUnsafeBytes { connection.receive($0) }
    guard case .decode = connection.advance() else {
      Issue.record("the large message was to be read elsewhere")
      return
    }
    connection.decoded(.failure(.notAnObject))
    guard case .close(.notAnObject) = connection.advance() else {
      Issue.record("its fault ends the connection")
      return
    }
  }
}

extension VarlinkService {
  static let echo = VarlinkService(
    information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"), interfaces: [],
    methods: echoMethods)

  static let echoMethods = [
    ServedMethod(
      name: "a.b.Echo",
      answer: .immediate { (parameters, _) throws(VarlinkError) in
        parameters.isEmpty ? [] : Array(JSONValue.object(parameters).text().utf8)
      }),
    ServedMethod(name: "a.b.Later", answer: .later { (_, _, _) async throws(VarlinkError) in [] }),
  ]
}
