import Foundation
import Testing

@Suite("Roles, through the client")
struct RoleMethodTests {
  static let methods = [
    "org.bankum.Registry.ListRoles", "org.bankum.Registry.GrantRole", "org.bankum.Registry.RevokeRole",
  ]

  @Test("are granted, listed and revoked, and outlive the daemon's process")
  func roles() throws {
    let daemon = try PrivateDaemon()
    #expect(try daemon.ctl("role", "grant", "4242", "registrar", "--lang", "en").output.contains("4242"))
    let listed = try daemon.ctl("call", Self.methods[0]).json()["grants"] as? [[String: Any]] ?? []
    #expect(listed.contains { $0["uid"] as? Int == 4_242 && $0["role"] as? String == "registrar" })
    let table = try daemon.ctl("role", "list", "--lang", "id")
    #expect(table.output.contains("PENGGUNA"))
    #expect(table.lines.allSatisfy { $0.count <= 80 })
    #expect(try daemon.ctl("role", "revoke", "4242", "registrar").status == 0)
    let again = try daemon.ctl("role", "revoke", "4242", "registrar", "--lang", "en")
    #expect(again.status == 1)
    #expect(again.errors.contains("registrar"))
  }

  @Test("the same key does it once, and another call with that key is refused")
  func keys() throws {
    let daemon = try PrivateDaemon()
    let call = #"{"user":"4242","role":"guard","idempotencyKey":"k1"}"#
    #expect(try daemon.ctl("call", Self.methods[1], call).status == 0)
    #expect(try daemon.ctl("call", Self.methods[1], call).status == 0)
    let other = try daemon.ctl("call", Self.methods[1], #"{"user":"4243","role":"guard","idempotencyKey":"k1"}"#)
    #expect(other.status == 65)
    #expect(try daemon.ctl("call", Self.methods[2], #"{"user":"4242","role":"guard"}"#).status == 0)
  }

  @Test("a wrong value is told with its place and what is expected there")
  func badInput() throws {
    let daemon = try PrivateDaemon()
    let role = try daemon.ctl("role", "grant", "4242", "chef", "--lang", "en")
    #expect(role.status == 65)
    #expect(role.errors.contains("role: \"chef\""))
    let advocate = try daemon.ctl("role", "grant", "4242", "advocate", "--lang", "en")
    #expect(advocate.status == 65)
    #expect(advocate.errors.contains("advocate"))
    let half = try daemon.ctl("role", "--lang", "en")
    #expect(half.status == 64)
    #expect(half.errors.contains("role list, role grant, role revoke"))
    #expect(try daemon.ctl("role", "--help", "--lang", "en").output.contains("role revoke"))
    #expect(try daemon.ctl("help", "role", "grant", "--lang", "en").output.contains("--advocate"))
    #expect(try daemon.ctl("__complete", "--", "role", "").lines == ["list", "grant", "revoke"])
  }
}
