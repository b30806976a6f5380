import Glibc
import Testing

@testable import Systemd

@Suite("ActivationSockets")
struct ActivationSocketsTests {
  static let ownProcess: Int32 = 4_711

  /// The first of a hundred descriptors at the end of those that the process may have: tests that run beside these open
  /// hundreds, and a descriptor of theirs that is overwritten ends the whole process.
  static let highest: Int32 = {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int32(min(limit.rlim_cur, 1 << 20)) - 100
  }()

  /// Puts a test's descriptors on a stretch of its own.
  static func passing(_ descriptors: [Int32], at first: Int32) throws {
    for (index, descriptor) in descriptors.enumerated() {
      try #require(dup2(descriptor, first + Int32(index)) >= 0)
      close(descriptor)
    }
  }

  static func take(
    _ environment: [String: String], at first: Int32 = 3
  ) throws(SystemdError) -> ActivationSockets {
    var environment = environment
    return try ActivationSockets.take(from: &environment, processID: ownProcess, firstDescriptor: first)
  }

  @Test("tells listening sockets, connections and other descriptors apart, closed on exec, in their order")
  func kinds() throws {
    let folder = try TemporaryFolder()
    var pair: [Int32] = [0, 0]
    try #require(socketpair(AF_UNIX, UnixSocket.stream, 0, &pair) == 0)
    let datagram = try UnixSocket.bound(UnixSocket.datagram, to: folder.file("datagram"))
    let file = open("/dev/null", O_RDONLY)
    let first = Self.highest
    try Self.passing([try UnixSocket.listening(at: folder.file("listening")), pair[0], datagram, file], at: first)
    defer { for descriptor in Array(first...first + 3) + [pair[1]] { close(descriptor) } }

    let sockets = try Self.take(
      ["LISTEN_PID": "4711", "LISTEN_FDS": "4", "LISTEN_FDNAMES": "varlink:connection:log:stored"], at: first)
    #expect(sockets.all.map(\.name) == ["varlink", "connection", "log", "stored"])
    #expect(sockets.all.map(\.descriptor) == Array(first...first + 3))
    #expect(sockets.all.map(\.kind) == [.listening, .connected, .other, .other])
    for socket in sockets.all { #expect(fcntl(socket.descriptor, F_GETFD) & FD_CLOEXEC != 0) }
    #expect(try sockets.serving(named: "varlink").map(\.descriptor) == [first])
    #expect(throws: SystemdError(.noSuchSocket, "log")) { try sockets.serving(named: "log") }
    #expect(throws: SystemdError(.noSuchSocket, "elsewhere")) { try sockets.serving(named: "elsewhere") }
  }

  @Test("serves the only socket whatever its name, and all of the name where a unit passes two")
  func choice() throws {
    let folder = try TemporaryFolder()
    let paths = [folder.file("one"), folder.file("two"), folder.file("three")]
    let first = Self.highest + 10
    try Self.passing(try paths.map(UnixSocket.listening(at:)), at: first)
    defer { for descriptor in first...first + 2 { close(descriptor) } }

    let only = try Self.take(["LISTEN_PID": "4711", "LISTEN_FDS": "1"], at: first)
    #expect(only.all.map(\.name) == ["unknown"])
    #expect(try only.serving(named: "varlink").map(\.descriptor) == [first])
    let three = try Self.take(
      ["LISTEN_PID": "4711", "LISTEN_FDS": "3", "LISTEN_FDNAMES": "varlink:metrics:varlink"], at: first)
    #expect(try three.serving(named: "varlink").map(\.descriptor) == [first, first + 2])
  }

  @Test(
    "takes none where nothing was passed, or not to this process",
    arguments: [
      [:], ["LISTEN_FDS": "1"], ["LISTEN_PID": "4711"], ["LISTEN_PID": "4711", "LISTEN_FDS": "0"],
      ["LISTEN_PID": "4711", "LISTEN_FDS": "0", "LISTEN_FDNAMES": ""], ["LISTEN_PID": "4712", "LISTEN_FDS": "1"],
      ["LISTEN_PID": "4712", "LISTEN_FDS": "junk"],
    ])
  func none(environment: [String: String]) throws {
    let sockets = try Self.take(environment)
    #expect(sockets.all.isEmpty)
    #expect(try sockets.serving(named: "varlink").isEmpty)
  }

  @Test(
    "refuses malformed variables by name",
    arguments: [
      ("LISTEN_PID", ["LISTEN_PID": "", "LISTEN_FDS": "1"]), ("LISTEN_PID", ["LISTEN_PID": "0", "LISTEN_FDS": "1"]),
      ("LISTEN_PID", ["LISTEN_PID": "-4711", "LISTEN_FDS": "1"]),
      ("LISTEN_PID", ["LISTEN_PID": "4711 ", "LISTEN_FDS": "1"]),
      ("LISTEN_PID", ["LISTEN_PID": "99999999999999999999", "LISTEN_FDS": "1"]),
      ("LISTEN_FDS", ["LISTEN_PID": "4711", "LISTEN_FDS": ""]),
      ("LISTEN_FDS", ["LISTEN_PID": "4711", "LISTEN_FDS": "+1"]),
      ("LISTEN_FDS", ["LISTEN_PID": "4711", "LISTEN_FDS": "-1"]),
      ("LISTEN_FDS", ["LISTEN_PID": "4711", "LISTEN_FDS": "4097"]),
      ("LISTEN_FDNAMES", ["LISTEN_PID": "4711", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "a:b"]),
      ("LISTEN_FDNAMES", ["LISTEN_PID": "4711", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "a"]),
      ("LISTEN_FDNAMES", ["LISTEN_PID": "4711", "LISTEN_FDS": "0", "LISTEN_FDNAMES": "a"]),
    ])
  func malformed(variable: String, environment: [String: String]) {
    #expect(throws: SystemdError(.malformedVariable, variable)) { try Self.take(environment) }
  }

  @Test("refuses a descriptor that is not open")
  func notOpen() {
    let first = Self.highest + 20
    #expect(throws: SystemdError(.descriptorNotOpen, "\(first)", systemError: EBADF)) {
      try Self.take(["LISTEN_PID": "4711", "LISTEN_FDS": "1"], at: first)
    }
  }

  @Test("takes descriptors once: the variables are gone afterwards, even if they were refused")
  func removesVariables() {
    for count in ["0", "junk"] {
      var environment = ["LISTEN_PID": "4711", "LISTEN_FDS": count, "LISTEN_PIDFDID": "1", "HOME": "/"]
      _ = try? ActivationSockets.take(from: &environment, processID: Self.ownProcess, firstDescriptor: 3)
      #expect(environment == ["HOME": "/"])
    }
  }

  @Test("takes what systemd passes from descriptor 3 on, and removes the variables from the process")
  func takesFromProcess() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let path = folder.file("socket")
      let listening = try UnixSocket.listening(at: path)
      try #require(dup2(listening, 3) == 3)
      setenv("LISTEN_PID", String(getpid()), 1)
      setenv("LISTEN_FDS", "1", 1)
      setenv("LISTEN_FDNAMES", "varlink", 1)
      var environment = ProcessEnvironment.current()
      let sockets = try ActivationSockets.take(from: &environment)
      try #require(sockets.all.map(\.name) == ["varlink"])
      try #require(sockets.all.map(\.kind) == [.listening])
      for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] {
        try #require(environment[name] == nil)
        try #require(ProcessEnvironment.current()[name] == nil)
      }
      try #require(ProcessEnvironment.current()["PATH"] != nil)
    }
  }

  @Test("turns away the connections that wait, and only those")
  func turnsAway() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("socket")
    let descriptor = try UnixSocket.listening(at: path)
    let socket = try ActivationSocket(name: "varlink", descriptor: descriptor)
    defer { close(descriptor) }
    #expect(socket.turnAwayWaiting() == 0)
    let clients = try (0..<5).map { _ in try UnixSocket.connected(to: path) }
    #expect(socket.turnAwayWaiting() == 5)
    for client in clients {
      var byte: UInt8 = 0
      // Not waiting: a connection still open has nothing to read.
      #expect(recv(client, &byte, 1, Int32(MSG_DONTWAIT)) == 0)
      close(client)
    }
    let later = try UnixSocket.connected(to: path)
    defer { close(later) }
    let connection = accept(descriptor, nil, nil)
    #expect(connection >= 0)
    close(connection)
  }
}
