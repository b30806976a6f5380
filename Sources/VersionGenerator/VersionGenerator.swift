import Glibc

/// Makes a Swift constant of `deploy/VERSION`: `VersionGenerator VERSION-FILE OUTPUT-FILE`.
@main
enum VersionGenerator {
  static func main() {
    guard CommandLine.arguments.count == 3, let version = firstLine(of: CommandLine.arguments[1]) else {
      fail("usage: VersionGenerator VERSION-FILE OUTPUT-FILE", status: 64)
    }
    let isVersion = version.split(separator: ".", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
    guard isVersion else {
      fail("\(CommandLine.arguments[1]):1:1: error: numbers parted by dots were expected", status: 65)
    }
    guard let output = fopen(CommandLine.arguments[2], "we") else {
      fail("\(CommandLine.arguments[2]): error: cannot be written", status: 73)
    }
    fputs("/// The version of bankum, from `deploy/VERSION`.\npackage let bankumVersion = \"\(version)\"\n", output)
    fclose(output)
  }

  private static func firstLine(of path: String) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    return String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    let line = message + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(status)
  }
}
