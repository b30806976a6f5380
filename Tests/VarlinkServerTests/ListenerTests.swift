import Glibc
import Testing
import Varlink

@testable import VarlinkServer

@Suite("Listener", .timeLimit(.minutes(1)))
struct ListenerTests {
  private static let echo = #"{"method":"org.example.wire.Echo","parameters":{"text":"a"}}"# + "\0"
  private static let echoed = #"{"parameters":{"text":"a","note":null}}"#

  @Test("gives its socket the mode that was asked for", arguments: [0o600, 0o660, 0o666])
  func mode(_ mode: UInt32) async throws {
    let test = try TestServer()
    try await test.serving(on: [.address(try VarlinkAddress(test.path), mode: mode)]) {
      var status = stat()
      #expect(lstat(test.path, &status) == 0)
      #expect(status.st_mode & S_IFMT == S_IFSOCK)
      #expect(status.st_mode & 0o7777 == mode)
    }
  }

  @Test("takes the place of a socket that nobody serves any more")
  func stale() async throws {
    let test = try TestServer()
    Glibc.close(try Self.bind(test.path))
    #expect(access(test.path, F_OK) == 0)
    try await test.serving {
      let connection = try test.connect()
      try await connection.send(Self.echo)
      #expect(try await connection.message() == Self.echoed)
    }
  }

  @Test("leaves a socket alone that is served, and its server undisturbed")
  func live() async throws {
    try await TestServer.serving { test in
      let second = try TestServer()
      let address = try VarlinkAddress(test.path)
      await #expect(throws: ListenerFault.inUse(address)) {
        try await second.server.start([.address(address, mode: 0o600)])
      }
      await second.server.run()
      let connection = try test.connect()
      try await connection.send(Self.echo)
      #expect(try await connection.message() == Self.echoed)
    }
  }

  @Test("leaves a socket alone whose backlog is full")
  func fullBacklog() async throws {
    let test = try TestServer()
    let listener = try Self.bind(test.path, backlog: 0)
    defer { Glibc.close(listener) }
    var waiting: [RawConnection] = []
    while let connection = try? RawConnection(test.path, flags: Int32(SOCK_NONBLOCK.rawValue)) {
      waiting.append(connection)
    }
    let address = try VarlinkAddress(test.path)
    await #expect(throws: ListenerFault.inUse(address)) {
      try await test.server.start([.address(address, mode: 0o600)])
    }
    #expect(!waiting.isEmpty)
    #expect(access(test.path, F_OK) == 0)
  }

  @Test("leaves a socket of another kind alone", arguments: [SOCK_DGRAM, SOCK_SEQPACKET])
  func otherKind(_ kind: __socket_type) async throws {
    let test = try TestServer()
    let other = try Self.bind(test.path, kind: kind)
    defer { Glibc.close(other) }
    let address = try VarlinkAddress(test.path)
    await #expect(throws: ListenerFault.inUse(address)) {
      try await test.server.start([.address(address, mode: 0o600)])
    }
    #expect(access(test.path, F_OK) == 0)
  }

  @Test("leaves alone what is no socket")
  func notASocket() async throws {
    let test = try TestServer()
    let file = fopen(test.path, "w")
    fputs("precious", file)
    fclose(file)
    let address = try VarlinkAddress(test.path)
    await #expect(throws: ListenerFault.notASocket(address)) {
      try await test.server.start([.address(address, mode: 0o600)])
    }
    var status = stat()
    #expect(stat(test.path, &status) == 0)
    #expect(status.st_size == 8)
  }

  @Test("says why it cannot bind")
  func cannotBind() async throws {
    let test = try TestServer()
    let address = try VarlinkAddress("/nowhere/socket")
    await #expect(throws: ListenerFault.bind(address, errno: ENOENT)) {
      try await test.server.start([.address(address, mode: 0o600)])
    }
  }

  @Test("that was passed in has to be a socket")
  func passedInNoSocket() async throws {
    var pair: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    let null = open("/dev/null", O_RDWR)
    defer { for descriptor in pair + [null] { Glibc.close(descriptor) } }
    for (listener, fault) in [
      (Listener.listening(descriptor: null), ListenerFault.passedIn(descriptor: null, errno: ENOTSOCK)),
      (.listening(descriptor: pair[0]), .passedIn(descriptor: pair[0], errno: EINVAL)),
      (.connected(descriptor: 1_000_000), .passedIn(descriptor: 1_000_000, errno: EBADF)),
    ] {
      await #expect(throws: fault) { try await TestServer().server.start([listener]) }
    }
  }

  @Test("does not listen on abstract names")
  func abstract() async throws {
    let test = try TestServer()
    let address = try VarlinkAddress("@wire")
    await #expect(throws: ListenerFault.abstractAddress(address)) {
      try await test.server.start([.address(address, mode: 0o600)])
    }
  }

  @Test("closes what it opened when a later one fails")
  func oneOfTwoFails() async throws {
    let test = try TestServer()
    await #expect(throws: ListenerFault.self) {
      try await test.server.start([
        .address(VarlinkAddress(test.path), mode: 0o600), .address(VarlinkAddress("@wire"), mode: 0o600),
      ])
    }
    await test.server.run()
    #expect(throws: RawConnection.Fault.self) { try test.connect() }
    #expect(access(test.path, F_OK) != 0)
  }

  @Test("may be a listening socket that was passed in; its file outlives the server")
  func passedInListening() async throws {
    let test = try TestServer()
    let descriptor = try Self.bind(test.path)
    // Its owner holds it as systemd does, so that connections wait for the next server.
    let owner = dup(descriptor)
    defer { Glibc.close(owner) }
    try await test.serving(on: [.listening(descriptor: descriptor)]) {
      let connection = try test.connect()
      try await connection.send(Self.echo)
      #expect(try await connection.message() == Self.echoed)
    }
    #expect(access(test.path, F_OK) == 0)
    let waiting = try test.connect()
    let next = TestServer(like: test)
    try await next.serving(on: [.listening(descriptor: dup(owner))]) {
      try await waiting.send(Self.echo)
      #expect(try await waiting.message() == Self.echoed)
    }
  }

  @Test("may be a connected socket that was passed in; the server ends with it", arguments: [false, true])
  func passedInConnected(clientEnds: Bool) async throws {
    let test = try TestServer()
    var pair: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    let connection = RawConnection(adopting: pair[0])
    try await test.server.start([.connected(descriptor: pair[1])])
    async let running: Void = test.server.run()
    try await connection.send(Self.echo)
    #expect(try await connection.message() == Self.echoed)
    if clientEnds { connection.endInput() } else { test.server.stop() }
    #expect(try await connection.messages().isEmpty)
    await running
  }

  private static func bind(
    _ path: String, backlog: Int32 = 16, kind: __socket_type = SOCK_STREAM
  ) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(kind.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(result == 0)
    if kind != SOCK_DGRAM { try #require(listen(descriptor, backlog) == 0) }
    return descriptor
  }
}
