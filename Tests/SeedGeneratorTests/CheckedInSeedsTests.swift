import Glibc
import Testing

@testable import SeedGenerator

@Suite("Checked-in sample")
struct CheckedInSeedsTests {
  /// The folder beside the sources, found from this file.
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/seeds/rutan-medan"

  @Test("seeds/rutan-medan is what the generator writes, byte for byte, and nothing else lies there")
  func bytes() throws {
    var maker = FacilityMaker(Options(seed: 10))
    let files = FacilityFiles(maker.make()).all()
    for file in files {
      let checkedIn = try #require(Self.read("\(Self.folder)/\(file.name)"), "\(file.name)")
      #expect(checkedIn == file.bytes, "\(file.name): run SeedGenerator --seed 10 seeds/rutan-medan")
    }
    #expect(Self.names(in: Self.folder) == files.map(\.name))
    #expect(files.reduce(0) { $0 + $1.bytes.count } < 2 << 20)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
