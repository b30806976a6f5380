internal import Logging

/// One record on its way out: what a log statement said, with all its metadata, ready to be written in either form.
///
/// Everything that comes from outside is escaped here, so that no writer can forget it: a record is one line.
struct LogRecord: Sendable {
  /// The syslog priority, 0 to 7.
  let priority: Int
  /// The level's name in capital letters.
  let levelName: String
  let identifier: String
  let message: String
  let messageID: MessageID?
  /// Sorted by key.
  let metadata: [(key: String, value: String)]
  let file: String
  let line: UInt
  let function: String

  /// `common` is the handler's own metadata; what the statement says wins over it.
  init(_ event: LogEvent, identifier: String, common: Logger.Metadata) {
    var merged = common
    if let own = event.metadata { merged.merge(own) { _, new in new } }
    if let error = event.error { merged["error"] = .string(String(describing: error)) }
    if let value = merged[MessageID.metadataKey], let id = MessageID(Self.text(value)) {
      messageID = id
      merged[MessageID.metadataKey] = nil
    } else {
      messageID = nil
    }
    priority = Self.priority(event.level)
    levelName = event.level.rawValue.uppercased()
    self.identifier = PrintableText.escaped(identifier)
    message = PrintableText.escaped(event.message.description)
    metadata = merged.sorted { $0.key < $1.key }.map { ($0.key, PrintableText.escaped(Self.text($0.value))) }
    file = event.file
    line = event.line
    function = event.function
  }

  /// swift-log's trace and debug are both 7 (debug), as syslog has nothing below.
  static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }

  /// A value as text; members of a dictionary in the order of their keys, so that equal records are equal bytes.
  static func text(_ value: Logger.MetadataValue) -> String {
    switch value {
    case .string(let text): text
    case .stringConvertible(let value): value.description
    case .array(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    case .dictionary(let members):
      "{" + members.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
