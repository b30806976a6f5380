extension LogRecord {
  /// How a line on standard error begins.
  package enum LineStyle: Sendable, Equatable {
    /// `<6>`: the priority, for a reader that takes it off again (sd-daemon(3)).
    case prioritised
    /// The level's name, for people.
    case plain
  }

  /// The record as one line without its line feed: beginning, message, then `key=value` for the metadata.
  ///
  /// Without a time: who reads the stream knows it, and a terminal does not need it.
  func line(_ style: LineStyle) -> String {
    var line =
      switch style {
      case .prioritised: "<\(priority)>"
      case .plain: levelName + " "
      }
    line += message
    for (key, value) in metadata { line += " \(PrintableText.escaped(key))=\(Self.quoted(value))" }
    return line
  }

  /// In quotation marks if it would otherwise not be seen where the value ends.
  private static func quoted(_ value: String) -> String {
    if !value.isEmpty && !value.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) { return value }
    let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\\\"") + "\""
  }
}
