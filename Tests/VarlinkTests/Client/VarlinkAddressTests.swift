import Testing
import Varlink

@Suite("VarlinkAddress")
struct VarlinkAddressTests {
  @Test(
    "takes paths and abstract names",
    arguments: [
      ("unix:/run/a", "/run/a", false), ("/run/a", "/run/a", false), ("./a", "./a", false), ("unix:@a", "a", true),
      ("@a", "a", true), ("unix:a", "a", false),
    ])
  func accepted(text: String, path: String, isAbstract: Bool) throws {
    let address = try VarlinkAddress(text)
    #expect(address.path == path)
    #expect(address.isAbstract == isAbstract)
    #expect(try VarlinkAddress(address.description) == address)
  }

  @Test(
    "refuses what it cannot reach, and says why",
    arguments: [
      ("tcp:localhost:1", VarlinkAddress.Fault.Code.unknownScheme), ("ssh:host:/run/a", .unknownScheme),
      ("socket", .unknownScheme), ("unix:/run/a;mode=0666", .setting), ("unix:", .empty), ("", .empty), ("@", .empty),
      ("/" + String(repeating: "a", count: 107), .tooLong),
    ])
  func refused(text: String, code: VarlinkAddress.Fault.Code) {
    let fault = #expect(throws: VarlinkAddress.Fault.self) { try VarlinkAddress(text) }
    #expect(fault?.code == code)
  }

  @Test(
    "in its full form is the same address",
    arguments: [
      "/run/a", "./a", "unix:a", "unix:a:b/c", "@name", "/a;b", "./a?b", "@a#b", "./a:b;c", "unix:\u{34B}a", "/\u{301}",
    ])
  func roundTrip(text: String) throws {
    let address = try VarlinkAddress(text)
    #expect(try VarlinkAddress(address.description) == address)
  }

  @Test("given as a path may be a bare word", arguments: [("a", "a"), ("@a", "@a"), ("/a", "/a"), ("unix:a", "a")])
  func path(text: String, name: String) throws {
    let address = try VarlinkAddress(path: text)
    #expect([name, "./" + name].contains((address.isAbstract ? "@" : "") + address.path))
    #expect(throws: VarlinkAddress.Fault.self) { try VarlinkAddress(path: "") }
    #expect(throws: VarlinkAddress.Fault.self) { try VarlinkAddress(path: "tcp:a") }
  }
}
