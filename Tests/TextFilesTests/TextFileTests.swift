import Glibc
import Testing
import TextFiles

@Suite("TextFile")
struct TextFileTests {
  /// A file that has been written long ago.
  private func withOldFile(_ text: String, _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/bankum-textfile-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    close(descriptor)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    try TextFile.update(path, text)
    let old = [timespec(tv_sec: 1_000, tv_nsec: 0), timespec(tv_sec: 1_000, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, path, old, 0) == 0)
    try body(path)
  }

  private func modified(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mtim.tv_sec : -1
  }

  @Test("a file whose text stays is not touched")
  func same() throws {
    try withOldFile("text") { path in
      try TextFile.update(path, "text")
      #expect(modified(path) == 1_000)
    }
  }

  @Test("other text replaces all of the old", arguments: ["", "t", String(repeating: "é\n", count: 100_000)])
  func other(text: String) throws {
    try withOldFile("old text") { path in
      try TextFile.update(path, text)
      #expect(modified(path) > 1_000)
      #expect(try TextFile.read(path) == Array(text.utf8))
    }
  }

  @Test("a file that is not there is told with its path and the reason")
  func missing() {
    let failure = #expect(throws: TextFile.Failure.self) { try TextFile.read("/nowhere/a.varlink") }
    #expect(failure?.description == "/nowhere/a.varlink: error: open: No such file or directory")
    #expect(throws: TextFile.Failure.self) { try TextFile.update("/nowhere/a.swift", "") }
  }
}
