import Glibc
import Synchronization
import Varlink

@testable import VarlinkServer

/// A server on a socket of its own, for the time of one test.
struct TestServer: Sendable {
  let wire: WireService
  let server: VarlinkServer
  let folder: TemporaryFolder
  let events = Events()

  var path: String { folder.path + "/socket" }

  init(limits: ServerLimits = ServerLimits(), threads: Int = 1, messageBytes: Int? = nil) throws {
    wire = WireService()
    folder = try TemporaryFolder()
    server = VarlinkServer(
      service: wire.service, limits: limits, loops: EventLoops(threads: threads), messageBytes: { _ in messageBytes },
      observe: { [events] in events.append($0) })
  }

  /// A second server, with the folder of the first.
  init(like other: TestServer) {
    wire = WireService()
    folder = other.folder
    server = VarlinkServer(service: wire.service, observe: { [events] in events.append($0) })
  }

  /// Starts a server, does something with it, stops it and waits for its end.
  static func serving<Value: Sendable>(
    limits: ServerLimits = ServerLimits(), threads: Int = 1, messageBytes: Int? = nil,
    _ body: (TestServer) async throws -> Value
  ) async throws -> Value {
    let test = try TestServer(limits: limits, threads: threads, messageBytes: messageBytes)
    return try await test.serving { try await body(test) }
  }

  func serving<Value: Sendable>(
    on listeners: [Listener]? = nil, _ body: () async throws -> Value
  ) async throws -> Value {
    try await server.start(try listeners ?? [.address(VarlinkAddress(path), mode: 0o600)])
    async let running: Void = server.run()
    defer { wire.release.open() }
    do {
      let value = try await body()
      server.stop()
      wire.release.open()
      await running
      return value
    } catch {
      server.stop()
      wire.release.open()
      await running
      throw error
    }
  }

  func connect() throws -> RawConnection {
    try RawConnection(path)
  }

  /// What the server told of its connections.
  final class Events: Sendable {
    private let events = Mutex<[ServerEvent]>([])

    func append(_ event: ServerEvent) { events.withLock { $0.append(event) } }

    var endings: [ServerEvent.Ending] {
      events.withLock { $0.compactMap { if case .ended(_, let ending) = $0 { ending } else { nil } } }
    }

    var refusals: [ServerEvent.Refusal] {
      events.withLock { $0.compactMap { if case .refused(_, let refusal) = $0 { refusal } else { nil } } }
    }
  }
}

/// A folder that goes with its owner.
final class TemporaryFolder: Sendable {
  struct Fault: Error {
    let errno: Int32
  }

  let path: String

  init() throws(Fault) {
    var template = Array("/tmp/wire-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Fault(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      unlink(path + "/" + name)
    }
    closedir(folder)
    rmdir(path)
  }
}
