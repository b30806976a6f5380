package import BankumExchange
package import BankumOffice
import Foundation

/// The sample facility of `seeds/`.
package enum SampleFiles {
  /// Its folder.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds/rutan-medan").path

  /// All of its files.
  package static func all() throws -> [ImportFile] {
    try ImportKind.loadOrder.map { kind in
      let data = try Data(contentsOf: URL(filePath: folder + "/" + kind.fileName))
      return ImportFile(kind: kind, name: kind.fileName, bytes: Array(data))
    }
  }
}

extension ImportFile {
  /// A file of these bytes.
  package init(kind: ImportKind, name: String, bytes: [UInt8]) {
    self.init(kind: kind, name: name) { bytes }
  }
}
