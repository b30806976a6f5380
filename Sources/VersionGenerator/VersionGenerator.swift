import Glibc
import TextFiles

/// Makes a Swift constant of `deploy/VERSION`: `VersionGenerator VERSION-FILE OUTPUT-FILE`.
///
/// Exit codes: 0 written; 64 usage; 65 no version; 74 files.
@main
enum VersionGenerator {
  static func main() {
    guard CommandLine.arguments.count == 3 else {
      TextFile.report("usage: VersionGenerator VERSION-FILE OUTPUT-FILE")
      exit(64)
    }
    do throws(TextFile.Failure) {
      let text = String(decoding: try TextFile.read(CommandLine.arguments[1]), as: UTF8.self)
      let version = text.prefix { $0 != "\n" }
      let isVersion = version.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
      guard isVersion else {
        TextFile.report("\(CommandLine.arguments[1]):1:1: error: numbers parted by dots were expected")
        exit(65)
      }
      try TextFile.update(
        CommandLine.arguments[2],
        "/// The version of bankum, from `deploy/VERSION`.\npackage let bankumVersion = \"\(version)\"\n")
    } catch {
      TextFile.report(error.description)
      exit(74)
    }
  }
}
