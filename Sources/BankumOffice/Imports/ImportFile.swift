package import BankumExchange

/// A file that somebody sends: what it holds, what he calls it, its bytes.
package struct ImportFile: Sendable {
  /// What it holds.
  package let kind: ImportKind
  /// Its name, for the places of problems; never a path that is opened.
  package let name: String
  /// The bytes.
  package let bytes: [UInt8]

  /// A file.
  package init(kind: ImportKind, name: String, bytes: [UInt8]) {
    self.kind = kind
    self.name = name
    self.bytes = bytes
  }
}
