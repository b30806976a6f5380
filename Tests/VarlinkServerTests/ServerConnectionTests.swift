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
