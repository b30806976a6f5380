package import BankumModel
import Glibc
import JSON

/// The file of events in the state folder, for programs of operators that follow it: one JSON object a line, the same
/// as `bankumctl monitor --json` prints. It is bounded: at its limit the file becomes `events.1.jsonl`, in the place of
/// the one before, and a new one begins.
///
/// The register's outbox is what lasts; this file is a copy that is not forced to the disk, and goes on behind its last
/// whole line.
package struct EventFile: Sendable {
  /// The file's name in the state folder.
  package static let name = "events.jsonl"
  /// What it is called when it is full.
  package static let formerName = "events.1.jsonl"
  /// The most bytes of one of the two.
  package static let limit = 4 << 20

  /// Why a line could not be written: the `errno`.
  package struct Failure: Error, Equatable, Sendable {
    /// The number.
    package let errno: Int32

    /// In words, as the C library has them.
    package var reason: String { String(cString: strerror(errno)) }
  }

  private let folder: String
  private let limit: Int

  /// The file of a state folder.
  package init(folder: String, limit: Int = EventFile.limit) {
    self.folder = folder
    self.limit = limit
  }

  private var path: String { folder + "/" + Self.name }
  private var formerPath: String { folder + "/" + Self.formerName }

  /// The number of the last event that was written whole; nil if there is none.
  package func lastSequence() -> EventNumber? {
    for path in [path, formerPath] {
      guard let tail = Self.tail(of: path) else { continue }
      // What a kill left of a line has no end, and is passed over.
      let lines = tail.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      for line in lines.reversed() {
        guard case .object(let object)? = try? JSONParser.parse(Array(line)),
          case .integer(let number)? = object["sequence"]
        else { continue }
        return EventNumber(number)
      }
    }
    return nil
  }

  /// Adds events.
  package func append(_ events: [SeenEvent], in zone: ZoneOffset) throws(Failure) {
    try append(
      events.map { seen in
        var detail = JSONObject()
        for field in EventField.allCases {
          if let value = seen.event[field] { detail[field.code] = .string(value) }
        }
        return [
          "name": .string(seen.event.kind.code), "sequence": .integer(seen.sequence.value),
          "at": .string(seen.at.text(in: zone)), "detail": .object(detail),
        ]
      })
  }

  /// Adds lines. Either all of them are there afterwards, or `lastSequence` says how far it went.
  func append(_ objects: [JSONObject]) throws(Failure) {
    var bytes: [UInt8] = []
    for object in objects {
      bytes += JSONValue.object(object).text().utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    let file = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure(errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(errno: errno) }
    // A line that was cut off is ended, so that the next one stands for itself.
    if status.st_size > 0, Self.tail(of: path)?.last != UInt8(ascii: "\n") { bytes.insert(UInt8(ascii: "\n"), at: 0) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        throw Failure(errno: count == 0 ? EIO : errno)
      }
    }
    guard Int(status.st_size) + bytes.count >= limit else { return }
    guard rename(path, formerPath) == 0 else { throw Failure(errno: errno) }
  }

  /// The last bytes of a file; nil if it cannot be read or is empty.
  private static func tail(of path: String) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = lseek(file, 0, Int32(SEEK_END))
    let start = max(0, size - 65_536)
    var bytes = [UInt8](repeating: 0, count: Int(max(0, size - start)))
    let count = pread(file, &bytes, bytes.count, start)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}
