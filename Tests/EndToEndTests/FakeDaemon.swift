import Foundation

/// A server that answers every call with the same bytes, whatever they are; without bytes it never answers.
final class FakeDaemon {
  let socket: String
  private let listener: Int32

  init(answering answer: String) throws {
    socket = "/tmp/bankum-fake-\(UUID().uuidString.prefix(8))"
    listener = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: socket.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, length) }
    }
    guard bound == 0, listen(listener, 16) == 0 else { throw CocoaError(.fileWriteUnknown) }
    Thread.detachNewThread { [listener] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { Self.serve(connection, Array(answer.utf8)) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    unlink(socket)
  }

  private static func serve(_ connection: Int32, _ answer: [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { break }
      if buffer[..<count].contains(0), !answer.isEmpty {
        _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
      }
    }
    close(connection)
  }
}
