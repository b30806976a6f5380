import Glibc
import Testing

@testable import Systemd

@Suite("Credentials")
struct CredentialsTests {
  static func credentials(in folder: TemporaryFolder) -> Credentials {
    Credentials(environment: ["CREDENTIALS_DIRECTORY": folder.path])
  }

  @Test(
    "gives the bytes as they are, of any length up to the limit",
    arguments: [0, 1, 31, 4_095, 4_096, 4_097, 10_000])
  func reads(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write(bytes, to: "dbkey")
    #expect(try Self.credentials(in: folder).read("dbkey") == bytes)
    #expect(try Self.credentials(in: folder).read("dbkey", limit: count) == bytes)
    guard count > 0 else { return }
    #expect(throws: SystemdError(.credentialTooLarge, "dbkey")) {
      try Self.credentials(in: folder).read("dbkey", limit: count - 1)
    }
  }

  @Test(
    "refuses names that could lead elsewhere",
    arguments: [
      "", ".", "..", "a/b", "/etc/passwd", "../passwd", "a\u{0}b", "a\nb", String(repeating: "x", count: 256),
    ])
  func refusesNames(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: SystemdError(.badCredentialName, name)) { try Self.credentials(in: folder).read(name) }
  }

  @Test("says whether none were passed, this one is missing, or it is no file")
  func refusals() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SystemdError(.noCredentials, "dbkey")) { try Credentials(environment: [:]).read("dbkey") }
    #expect(throws: SystemdError(.noCredentials, "dbkey")) {
      try Credentials(environment: ["CREDENTIALS_DIRECTORY": ""]).read("dbkey")
    }
    #expect(throws: SystemdError(.noSuchCredential, "dbkey", systemError: ENOENT)) {
      try Self.credentials(in: folder).read("dbkey")
    }
    try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(throws: SystemdError(.credentialUnreadable, "pipe")) { try Self.credentials(in: folder).read("pipe") }
    let parent = Credentials(environment: ["CREDENTIALS_DIRECTORY": "/"])
    #expect(throws: SystemdError(.credentialUnreadable, "tmp")) { try parent.read("tmp") }
  }
}
