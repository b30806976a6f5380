import BankumModel

/// Writes rows that `TableReader` and spreadsheets read back: quoted where needed, formulas guarded.
package struct TableWriter: Sendable {
  /// What ends a row.
  package enum LineEnd: String, Coded {
    /// As RFC 4180 and spreadsheets have it.
    case crlf = "\r\n"
    /// As Unix has it.
    case lf = "\n"
  }

  /// What parts the fields.
  package let separator: Separator
  /// What ends a row.
  package let lineEnd: LineEnd
  /// What was written so far.
  package private(set) var text = ""

  /// An empty table.
  package init(separator: Separator = .semicolon, lineEnd: LineEnd = .crlf) {
    self.separator = separator
    self.lineEnd = lineEnd
  }

  /// Writes a row; one without fields writes nothing.
  package mutating func write(_ fields: [String]) {
    guard !fields.isEmpty else { return }
    for (index, field) in fields.enumerated() {
      if index > 0 { text.unicodeScalars.append(Unicode.Scalar(separator.byte)) }
      append(field, isFirst: index == 0, isOnly: fields.count == 1)
    }
    text += lineEnd.rawValue
  }

  /// Writes a comment on a line of its own; line ends in it become spaces.
  package mutating func comment(_ words: String) {
    text += "# "
    for scalar in words.unicodeScalars {
      text.unicodeScalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    text += lineEnd.rawValue
  }

  /// The bytes of the file.
  package func bytes(_ encoding: TextEncoding = .utf8) -> [UInt8] { encoding.encode(text) }

  private mutating func append(_ field: String, isFirst: Bool, isOnly: Bool) {
    let isGuarded = FormulaGuard.isDangerous(field.utf8) && !FormulaGuard.isNumber(field.utf8)
    guard isGuarded || needsQuotes(field, isFirst: isFirst, isOnly: isOnly) else {
      text += field
      return
    }
    text += "\""
    if isGuarded { text += "'" }
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }

  /// Every possible separator is quoted, not only this one, so that a reader cannot guess wrong.
  private func needsQuotes(_ field: String, isFirst: Bool, isOnly: Bool) -> Bool {
    if isOnly, field.isEmpty { return true }
    if isFirst, field.utf8.first == UInt8(ascii: "#") || field.utf8.starts(with: "sep=".utf8) { return true }
    return field.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
  }
}
