import Logging
import Testing

@testable import Systemd

@Suite("LogRecord")
struct LogRecordTests {
  static func record(
    _ message: Logger.Message = "serving", level: Logger.Level = .notice, error: (any Error)? = nil,
    metadata: Logger.Metadata? = nil, common: Logger.Metadata = [:]
  ) -> LogRecord {
    let event = LogEvent(
      level: level, message: message, error: error, metadata: metadata, source: nil, file: "bankumd/Start.swift",
      function: "start()", line: 12)
    return LogRecord(event, identifier: "bankumd", common: common)
  }

  static func names(_ record: LogRecord) -> [String] { record.journalFields.map(\.name) }

  @Test("becomes the journal's fields, with the place in the code and its kind")
  func fields() {
    let record = Self.record(metadata: .event(.started, ["uid": "1000", "peer-name": "x"]))
    #expect(
      record.journalFields.map { "\($0.name)=\($0.value)" } == [
        "MESSAGE=serving", "PRIORITY=5", "SYSLOG_IDENTIFIER=bankumd", "MESSAGE_ID=\(MessageID.started.text)",
        "CODE_FILE=bankumd/Start.swift", "CODE_LINE=12", "CODE_FUNC=start()", "BANKUM_PEER_NAME=x", "BANKUM_UID=1000",
      ])
  }

  @Test(
    "has syslog's priority of its level",
    arguments: zip(Logger.Level.allCases, ["7", "7", "6", "5", "4", "3", "2"]))
  func priorities(level: Logger.Level, priority: String) {
    let record = Self.record(level: level)
    #expect(record.journalFields.first { $0.name == "PRIORITY" }?.value == priority)
    #expect(record.line(.prioritised) == "<\(priority)>serving")
    #expect(record.line(.plain) == "\(level.rawValue.uppercased()) serving")
  }

  @Test("keeps a kind that is none as ordinary metadata")
  func badMessageID() {
    let record = Self.record(metadata: [MessageID.metadataKey: "not-an-id"])
    #expect(!Self.names(record).contains("MESSAGE_ID"))
    #expect(record.journalFields.last?.name == "BANKUM_MESSAGEID")
  }

  @Test("lets the statement's metadata win over the handler's, and shows the error")
  func merging() {
    struct Broken: Error, CustomStringConvertible { let description = "broken\npipe" }
    let record = Self.record(error: Broken(), metadata: ["a": "own"], common: ["a": "common", "b": "common"])
    #expect(record.line(.plain) == #"NOTICE serving a=own b=common error=broken\npipe"#)
  }

  @Test("is one line, whatever comes from outside, in both forms")
  func oneLine() {
    let hostile = "a\nb\r\u{1B}[31m\u{0}\u{7F}\u{9B}\u{2028}\u{202E}\u{200B}"
    let record = Self.record(
      "\(hostile)", metadata: ["key\n": .string(hostile), "list": [.string(hostile)], "map": ["k\n": .string(hostile)]])
    let texts = record.journalFields.map { $0.name + $0.value } + [record.line(.plain), record.line(.prioritised)]
    for text in texts { #expect(!text.unicodeScalars.contains(where: PrintableText.isUnsafe), "\(text)") }
    #expect(record.message == #"a\nb\r\u{1B}[31m\u{0}\u{7F}\u{9B}\u{2028}\u{202E}\u{200B}"#)
  }

  @Test(
    "names fields as journald accepts them",
    arguments: [
      ("uid", "BANKUM_UID"), ("peer.uid-2", "BANKUM_PEER_UID_2"), ("_x", "BANKUM__X"), ("é=\n", "BANKUM____"),
      ("", "BANKUM_"),
    ])
  func fieldNames(key: String, name: String) {
    #expect(LogRecord.fieldName(key) == name)
  }

  @Test("never names a field that journald would drop")
  func fieldNamesAreSafe() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...90, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &generator))
      }
      let name = LogRecord.fieldName(String(String.UnicodeScalarView(scalars)))
      #expect(name.hasPrefix("BANKUM_") && name.utf8.count <= 64)
      #expect(name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }, "\(name)")
    }
  }

  @Test("writes nested metadata in the order of keys, and marks where a value ends")
  func values() {
    let record = Self.record(metadata: ["m": ["b": "2", "a": ["x", "y"]], "q": "say \"hi\"", "e": ""])
    #expect(record.line(.plain) == #"NOTICE serving e="" m="{a: [x, y], b: 2}" q="say \"hi\"""#)
  }
}
