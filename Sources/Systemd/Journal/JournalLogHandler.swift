internal import CSystemd
import Glibc
package import Logging

/// Writes records to journald by its native protocol, with all fields.
package struct JournalLogHandler: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  /// The level that the threshold says, until a logger is given one of its own.
  package var logLevel: Logger.Level {
    get { ownLevel ?? threshold.level }
    set { ownLevel = newValue }
  }

  private let identifier: String
  private let threshold: LogThreshold
  private var ownLevel: Logger.Level?
  private let send: @Sendable (LogRecord) -> Bool

  /// A handler that writes under this `SYSLOG_IDENTIFIER`.
  package init(identifier: String, threshold: LogThreshold) {
    self.init(identifier: identifier, threshold: threshold, send: Self.sendToJournal)
  }

  /// A handler with another way out; `send` says whether the record was taken.
  init(identifier: String, threshold: LogThreshold, send: @escaping @Sendable (LogRecord) -> Bool) {
    self.identifier = identifier
    self.threshold = threshold
    self.send = send
  }

  package subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var common = metadata
    if let provided = metadataProvider?.get() { common.merge(provided) { _, new in new } }
    let record = LogRecord(event, identifier: identifier, common: common)
    // Standard error goes to the journal too, by another way: better without fields than not at all.
    if !send(record) { StandardErrorLogHandler.write(record.line(.prioritised), to: STDERR_FILENO) }
  }

  private static func sendToJournal(_ record: LogRecord) -> Bool {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for (name, value) in record.journalFields {
      bytes += name.utf8
      bytes.append(UInt8(ascii: "="))
      bytes += value.utf8
      ends.append(bytes.count)
    }
    return bytes.withUnsafeMutableBytes { memory in
      var begin = 0
      let pieces = ends.map { end in
        defer { begin = end }
        return iovec(iov_base: memory.baseAddress.map { $0 + begin }, iov_len: end - begin)
      }
      return sd_journal_sendv(pieces, Int32(pieces.count)) >= 0
    }
  }
}
