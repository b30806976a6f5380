import Glibc
import Testing

@testable import Systemd

@Suite("SystemdError")
struct SystemdErrorTests {
  @Test("says in one line what it is about, and the system's reason", arguments: SystemdError.Code.allCases)
  func description(code: SystemdError.Code) {
    let error = SystemdError(code, "db\nkey", systemError: ENOENT)
    #expect(error.description.hasSuffix(" (No such file or directory)") || code == .notificationFailed)
    #expect(!error.description.contains("\n"))
    #expect(!SystemdError(code, "x").description.contains("("))
  }

  @Test("names an unknown error by its number")
  func unknownNumber() {
    #expect(SystemdError(.noSuchCredential, "x", systemError: 9_999).description.contains("9999"))
  }
}
