import Foundation

/// A folder that is gone with this value.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let path: String

  /// Makes an empty folder that only this user may look into.
  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "bankum-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    path = url.path
  }

  /// Makes a folder with the files of another.
  package convenience init(copying other: TemporaryFolder) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: other.path) {
      try FileManager.default.copyItem(atPath: other.path + "/" + name, toPath: path + "/" + name)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
