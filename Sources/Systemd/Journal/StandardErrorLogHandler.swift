import Glibc
package import Logging

/// Writes records as lines to standard error: plain for people, or with their priority for a service manager that reads
/// the stream.
package struct StandardErrorLogHandler: LogHandler {
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
  private let style: LogRecord.LineStyle
  private let descriptor: Int32

  init(
    identifier: String, threshold: LogThreshold, style: LogRecord.LineStyle, descriptor: Int32 = STDERR_FILENO
  ) {
    self.identifier = identifier
    self.threshold = threshold
    self.style = style
    self.descriptor = descriptor
  }

  package subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var common = metadata
    if let provided = metadataProvider?.get() { common.merge(provided) { _, new in new } }
    Self.write(LogRecord(event, identifier: identifier, common: common).line(style), to: descriptor)
  }

  /// How long a reader that does not read is waited for at each line, in milliseconds.
  private static let patience: Int32 = 20

  /// Writes a line in one piece, so that lines of several threads do not mix. What the reader does not take is lost:
  /// nothing is left to report it to, and a log that stands still must not stop the program.
  static func write(_ line: String, to descriptor: Int32) {
    var bytes = Array(line.utf8)[...]
    bytes.append(UInt8(ascii: "\n"))
    while !bytes.isEmpty {
      var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&entry, 1, patience) != 0 else { return }
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return
      }
    }
  }
}
