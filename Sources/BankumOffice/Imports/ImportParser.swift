import Dispatch

/// Reads the files of imports, one import at a time, on a thread of its own: neither calls nor writes wait for it.
final class ImportParser: Sendable {
  private let queue = DispatchQueue(label: "org.bankum.imports")

  /// The files with their rows, each to be taken once.
  func parse(_ files: [ImportFile]) async -> ParsedFiles {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: ParsedFiles(files.map(ParsedFile.init))) }
    }
  }
}
