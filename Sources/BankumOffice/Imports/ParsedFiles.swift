import BankumExchange
import Synchronization

/// Parsed files, each taken once, so that its rows go when they are joined.
final class ParsedFiles: Sendable {
  private let files: Mutex<[ImportKind: (index: Int, file: ParsedFile)]>

  init(_ files: [ParsedFile]) {
    self.files = Mutex(
      Dictionary(
        files.enumerated().map { ($0.element.kind, ($0.offset, $0.element)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The file of a kind with its place in the call; nil if there is none, or it was taken.
  func take(_ kind: ImportKind) -> (index: Int, file: ParsedFile)? { files.withLock { $0.removeValue(forKey: kind) } }
}
