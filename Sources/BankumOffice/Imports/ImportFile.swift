package import BankumExchange

/// A file that somebody sends: what it holds, what he calls it, its bytes.
package struct ImportFile: Sendable {
  /// What it holds.
  package let kind: ImportKind
  /// Its name, for the places of problems; never a path that is opened.
  package let name: String
  private let read: @Sendable () -> [UInt8]

  /// A file.
  /// - Parameter read: gives its bytes, the same each time: a large file is in memory only while it is looked at.
  package init(kind: ImportKind, name: String, read: @escaping @Sendable () -> [UInt8]) {
    self.kind = kind
    self.name = name
    self.read = read
  }

  /// The bytes, made anew.
  package var bytes: [UInt8] { read() }
}
