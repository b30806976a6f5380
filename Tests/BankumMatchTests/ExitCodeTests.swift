import ArgumentParser
import Glibc
import Testing

@testable import bankum_match

@Suite struct ExitCodeTests {
  /// Runs the program on a file with these bytes; returns its exit code.
  private func run(_ bytes: [UInt8], _ options: [String] = ["--effort", "1"]) throws -> Int32 {
    var name = Array("/tmp/bankum-match-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    try #require(descriptor >= 0)
    close(descriptor)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    try #require(File.write(bytes, to: path))
    do {
      let program = try BankumMatch.parse([path, "--output", "/dev/null"] + options)
      try program.run()
      return 0
    } catch {
      return BankumMatch.exitCode(for: error).rawValue
    }
  }

  @Test func `A whole instance is answered`() throws {
    #expect(try run(Array(BrokenInstance.sample.utf8)) == 0)
  }

  @Test(arguments: BrokenInstance.all.indices)
  func `A broken instance ends with 65`(index: Int) throws {
    #expect(try run(Array(BrokenInstance.all[index].text.utf8)) == 65)
  }

  @Test func `An empty file, bytes that are no text and a cut file end with 65`() throws {
    #expect(try run([]) == 65)
    #expect(try run([0xff, 0xfe, 0x00]) == 65)
    let whole = Array(BrokenInstance.sample.utf8)
    for length in stride(from: 1, to: whole.count, by: 37) {
      #expect(try run(Array(whole[..<length])) == 65, "cut after \(length) bytes")
    }
  }

  @Test func `No such file is 66, a place that cannot be written 73, wrong options 64`() throws {
    let missing = #expect(throws: ExitCode.self) {
      let program = try BankumMatch.parse(["/nowhere/at-all.json"])
      try program.run()
    }
    #expect(missing?.rawValue == 66)
    let sample = Array(BrokenInstance.sample.utf8)
    #expect(try run(sample, ["--effort", "1", "--output", "/nowhere/at-all.json"]) == 73)
    #expect(try run(sample, ["--effort", "-1"]) == 64)
    #expect(try run(sample, ["--seconds", "0"]) == 64)
    #expect(try run(sample, ["--unheard-of"]) == 64)
    #expect(try run(sample, ["--effort", "1", "--start-prices", "/nowhere/at-all"]) == 66)
  }

  @Test func `Prices that are no integers end with 65`() throws {
    let path = "/tmp/bankum-match-prices-\(getpid())"
    defer { unlink(path) }
    try #require(File.write(Array("1\n2.5\n".utf8), to: path))
    #expect(try run(Array(BrokenInstance.sample.utf8), ["--effort", "1", "--start-prices", path]) == 65)
  }

  @Test func `Of several instances each is answered on a line, and a broken one does not stop the others`() throws {
    let folder = "/tmp/bankum-match-several-\(getpid())"
    mkdir(folder, 0o700)
    defer {
      for name in ["a", "b", "c", "out"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    let sample = Array(BrokenInstance.sample.utf8)
    try #require(File.write(sample, to: folder + "/a") && File.write(sample, to: folder + "/c"))
    try #require(File.write(Array("{".utf8), to: folder + "/b"))
    func answers(_ names: [String]) throws -> (status: Int32, lines: Int) {
      let paths = names.map { "\(folder)/\($0)" }
      var status: Int32 = 0
      do {
        let program = try BankumMatch.parse(paths + ["--effort", "1", "--output", folder + "/out"])
        try program.run()
      } catch {
        status = BankumMatch.exitCode(for: error).rawValue
      }
      return (status, try #require(File.read(folder + "/out")).count { $0 == UInt8(ascii: "\n") })
    }
    #expect(try answers(["a", "c"]) == (0, 2))
    #expect(try answers(["a", "b", "c"]) == (65, 2))
    #expect(try run(sample, ["--effort", "1", "--prices", "/dev/null", folder + "/a"]) == 64)
  }
}
