import Foundation

/// The package as SwiftPM sees it, and the map as people read it.
struct PackageDescription {
  struct Target {
    let type: String
    let path: String?
    let ours: Set<String>
    let others: Set<String>
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The targets by name.
  static func targets() throws -> [String: Target] {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "bankum-house-\(getpid())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    // A scratch folder of its own: the test run holds the lock of the usual one.
    let output = try run(
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "dump-package")
    let package = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    let list = package?["targets"] as? [[String: Any]] ?? []
    var targets: [String: Target] = [:]
    for entry in list {
      guard let name = entry["name"] as? String, let type = entry["type"] as? String else { continue }
      let dependencies = entry["dependencies"] as? [[String: Any]] ?? []
      func names(_ kind: String) -> [String] {
        dependencies.compactMap { ($0[kind] as? [Any])?.first as? String }
      }
      targets[name] = Target(
        type: type, path: entry["path"] as? String, ours: Set(names("byName") + names("target")),
        others: Set(names("product")))
    }
    return targets
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files of the repository below a folder.
  static func files(_ folder: String, endingWith suffix: String) -> [String] {
    let enumerator = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (enumerator?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }
      .sorted()
  }

  private static func run(_ words: String...) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output
  }
}

/// A row of the map in `Sources/README.md`.
struct MapRow {
  let floor: Int?
  let name: String
  let ours: Set<String>
  let others: Set<String>

  static func all() throws -> [MapRow] {
    try PackageDescription.text("Sources/README.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      func names(_ cell: String) -> Set<String> {
        cell == "-" ? [] : Set(cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
      }
      func name(_ cell: String) -> String? {
        cell.hasPrefix("`") && cell.hasSuffix("`") ? String(cell.dropFirst().dropLast()) : nil
      }
      if cells.count == 5, let floor = Int(cells[0]), let name = name(cells[1]) {
        return MapRow(floor: floor, name: name, ours: names(cells[3]), others: names(cells[4]))
      }
      if cells.count == 4, let name = name(cells[0]) {
        return MapRow(floor: nil, name: name, ours: names(cells[2]), others: names(cells[3]))
      }
      return nil
    }
  }
}
