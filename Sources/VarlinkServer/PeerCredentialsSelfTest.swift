import Glibc
import Varlink

/// Whether the kernel tells users apart here: without that, no right may be given by user id.
public enum PeerCredentialsSelfTest {
  /// Why peers cannot be told apart.
  public enum Fault: Error, Sendable, Equatable {
    /// A pair of sockets could not be made.
    case socket(errno: Int32)
    /// Our own socket does not show our own user.
    case wrongUser(seen: UInt32, expected: UInt32)
    /// We live in a user namespace that knows only this many users: all others would look like one
    /// (`PrivateUsers=yes` in the unit does that).
    case fewUsersMapped(count: UInt64)
  }

  /// The fewest users that a namespace has to map; a container has 65,536, `PrivateUsers=yes` has one or two.
  static let fewestUsers: UInt64 = 1_000

  /// Connects to itself and reads the map of the user namespace.
  /// - Throws: `Fault`.
  public static func run() throws(Fault) {
    var pair: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
      throw .socket(errno: errno)
    }
    defer {
      close(pair[0])
      close(pair[1])
    }
    let seen = PeerCredentials.peer(of: pair[0])?.uid ?? .max
    guard seen == geteuid() else { throw .wrongUser(seen: seen, expected: geteuid()) }

    guard let map = userMap() else { return }
    let count = mappedUsers(map)
    guard count >= fewestUsers else { throw .fewUsersMapped(count: count) }
  }

  /// The users that the lines of a `uid_map` cover: first inside, first outside, count.
  static func mappedUsers(_ map: String) -> UInt64 {
    map.split(separator: "\n").reduce(0) { sum, line in
      let columns = line.split(separator: " ")
      return sum + (columns.count == 3 ? UInt64(columns[2]) ?? 0 : 0)
    }
  }

  private static func userMap() -> String? {
    guard let file = fopen("/proc/self/uid_map", "re") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}
