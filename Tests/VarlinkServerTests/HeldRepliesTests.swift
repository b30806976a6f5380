import JSON
import Synchronization
import Testing
import Varlink

@testable import VarlinkServer

/// Replies that wait for their gates: nothing leaves early, nothing changes places.
@Suite("HeldReplies")
struct HeldRepliesTests {
  @Test("A held reply holds back what is behind it and nothing else: calls go on, their answers keep the order")
  func order() {
    var connection = Self.connection()
    let calls = ["Echo", "Held", "Echo", "Held", "Echo"].map { VarlinkCall(method: "a.b.\($0)").frame }
    calls.flatMap(\.self).withUnsafeBytes { connection.receive($0) }
    #expect(Self.holds(&connection) == [1, 2])
    #expect(Self.replies(&connection) == ["{}"])
    connection.release(2, nil)
    #expect(Self.replies(&connection).isEmpty)
    #expect(connection.isWorking)
    connection.release(1, nil)
    #expect(Self.replies(&connection) == [Self.held, "{}", Self.held, "{}"])
    #expect(!connection.isWorking)
    // A gate that opens twice says nothing the second time.
    connection.release(1, nil)
    #expect(Self.replies(&connection).isEmpty)
  }

  @Test("A gate that opens with an error answers with the error; a call without an answer gets none")
  func failure() {
    var connection = Self.connection()
    let calls = VarlinkCall(method: "a.b.Held").frame + VarlinkCall(method: "a.b.Held", mode: .oneway).frame
    calls.withUnsafeBytes { connection.receive($0) }
    #expect(Self.holds(&connection) == [1, 2])
    connection.release(1, .permissionDenied)
    connection.release(2, .permissionDenied)
    #expect(Self.replies(&connection) == [#"{"error":"org.varlink.service.PermissionDenied"}"#])
  }

  @Test("The end, a fault and a stop wait for what is held")
  func endings() {
    for kind in 0..<3 {
      var connection = Self.connection()
      (VarlinkCall(method: "a.b.Held").frame + (kind == 1 ? [1, 0] : [])).withUnsafeBytes { connection.receive($0) }
      if kind == 0 { connection.endInput() }
      #expect(Self.holds(&connection) == [1])
      if kind == 2 { connection.stop() }
      guard case .wait = connection.advance() else {
        Issue.record("closed over a held reply")
        continue
      }
      connection.release(1, nil)
      guard case .close(let fault) = connection.advance() else {
        Issue.record("not closed")
        continue
      }
      #expect((fault != nil) == (kind == 1))
      #expect(Self.replies(&connection) == [Self.held])
    }
  }

  @Test("So many are held and no more")
  func bound() {
    var connection = Self.connection()
    let call = VarlinkCall(method: "a.b.Held").frame
    Array(repeatElement(call, count: 100).joined()).withUnsafeBytes { connection.receive($0) }
    #expect(Self.holds(&connection) == Array(1...64))
    connection.release(1, nil)
    #expect(Self.holds(&connection) == [65])
  }

  @Test("Over a socket the answer comes when the gate opens, and others are served meanwhile")
  func socket() async throws {
    let gates = Mutex<[@Sendable (VarlinkError?) -> Void]>([])
    let service = VarlinkService(
      information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"), interfaces: [],
      methods: [
        ServedMethod(
          name: "a.b.Held",
          answer: .promptly(
            { (_, _) throws(VarlinkError) in
              (Array(Self.parameters.utf8), { open in gates.withLock { $0.append(open) } })
            },
            orLater: { (_, _, _) async throws(VarlinkError) in [] })),
        ServedMethod(name: "a.b.Echo", answer: .immediate { (_, _) throws(VarlinkError) in [] }),
      ])
    let folder = try TemporaryFolder()
    let server = VarlinkServer(service: service)
    try await server.start([.address(VarlinkAddress(folder.path + "/socket"), mode: 0o600)])
    async let running: Void = server.run()
    let held = try RawConnection(folder.path + "/socket")
    try await held.send(VarlinkCall(method: "a.b.Held").frame + VarlinkCall(method: "a.b.Echo").frame)
    let other = try RawConnection(folder.path + "/socket")
    try await other.send(VarlinkCall(method: "a.b.Echo").frame)
    #expect(try await other.message() == "{}")
    while gates.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(1)) }
    #expect(held.isQuiet)
    for open in gates.withLock({ $0 }) { open(nil) }
    #expect(try await held.message() == Self.held)
    #expect(try await held.message() == "{}")
    held.close()
    other.close()
    server.stop()
    await running
  }

  private static let parameters = #"{"n":1}"#
  private static let held = #"{"parameters":{"n":1}}"#

  private static func connection() -> ServerConnection {
    let held = ServedMethod(
      name: "a.b.Held",
      answer: .promptly(
        { (_, _) throws(VarlinkError) in (Array(parameters.utf8), { _ in }) },
        orLater: { (_, _, _) async throws(VarlinkError) in [] }))
    return ServerConnection(
      service: VarlinkService(
        information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"), interfaces: [],
        methods: VarlinkService.echoMethods + [held]),
      peer: PeerIdentity(uid: 1, gid: 1, pid: 1), limits: ServerLimits())
  }

  /// Goes on until there is nothing to do; the numbers of the replies that are held on the way.
  private static func holds(_ connection: inout ServerConnection) -> [Int] {
    var numbers: [Int] = []
    while true {
      switch connection.advance() {
      case .hold(_, let number): numbers.append(number)
      case .flush: continue
      default: return numbers
      }
    }
  }

  private static func replies(_ connection: inout ServerConnection) -> [String] {
    connection.takeOutput().split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
