import Glibc
import Testing
import Varlink

@testable import VarlinkServer

@Suite("PeerCredentials")
struct PeerCredentialsTests {
  @Test("are our own on a pair of sockets")
  func own() throws {
    var pair: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    defer { for descriptor in pair { close(descriptor) } }
    #expect(PeerCredentials.peer(of: pair[0]) == PeerIdentity(uid: geteuid(), gid: getegid(), pid: getpid()))
  }

  @Test("are nobody's on what is no socket")
  func notASocket() throws {
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    #expect(PeerCredentials.peer(of: descriptor) == nil)
  }

  @Test("of the caller reach the handler")
  func handler() async throws {
    try await TestServer.serving { test in
      let connection = try test.connect()
      try await connection.send(#"{"method":"org.example.wire.WhoAmI"}"# + "\0")
      #expect(
        try await connection.message()
          == #"{"parameters":{"uid":\#(geteuid()),"gid":\#(getegid()),"pid":\#(getpid())}}"#)
    }
  }

  @Test("pass the self-test here")
  func selfTest() throws {
    try PeerCredentialsSelfTest.run()
  }

  @Test(
    "cannot tell users apart where the user map has few",
    arguments: [
      ("         0          0 4294967295\n", 4_294_967_295),
      ("         0     100000      65536\n", 65_536),
      ("0 0 1\n", 1),
      ("0 0 1\n997 997 1\n", 2),
      ("0 0 1000\n1000 200000 64536\n", 65_536),
      ("", 0),
      ("\n", 0),
      ("a b c\n", 0),
      ("1 2\n", 0),
      ("0 0 5 7\n", 0),
    ] as [(String, UInt64)])
  func map(_ map: String, _ users: UInt64) {
    #expect(PeerCredentialsSelfTest.mappedUsers(map) == users)
  }
}
