/// The CSV files of all lists (RFC 4180), as programs, spreadsheets and the import read them.
package struct CommaSeparated: Sendable {
  /// What the file is for.
  package enum Form: Sendable, CaseIterable {
    /// Commas, as programs expect it.
    case plain
    /// Semicolons, which Excel parts columns by where a comma parts decimals, as in Indonesia, and the mark of UTF-8,
    /// without which it reads names in another encoding.
    case excel
  }

  private let form: Form

  /// A file of this form.
  package init(_ form: Form = .plain) {
    self.form = form
  }

  /// What the file begins with.
  package var beginning: String { form == .excel ? "\u{FEFF}" : "" }

  /// One line with its end.
  package func line(_ fields: [String]) -> String {
    fields.enumerated().map { field($1, isFirst: $0 == 0, isOnly: fields.count == 1) }
      .joined(separator: form == .excel ? ";" : ",") + "\r\n"
  }

  /// A field: quoted where it must be. What a spreadsheet would compute begins with an apostrophe, which the import
  /// takes off again.
  private func field(_ text: String, isFirst: Bool, isOnly: Bool) -> String {
    let isGuarded = Self.isDangerous(text) && !Self.isNumber(text)
    guard isGuarded || Self.needsQuotes(text, isFirst: isFirst, isOnly: isOnly) else { return text }
    // By scalars: a quotation mark with a combining mark behind it is another Character.
    var quoted = isGuarded ? "\"'" : "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Whether a spreadsheet would take it for a formula, after any number of apostrophes: those would be taken off.
  private static func isDangerous(_ text: String) -> Bool {
    let first = text.utf8.first { $0 != UInt8(ascii: "'") }
    return first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
  }

  /// Whether it is a negative number, which stays one.
  private static func isNumber(_ text: String) -> Bool {
    let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return text.utf8.first == UInt8(ascii: "-") && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  /// Every separator that a reader may guess is quoted, and what a reader would take for a comment or for the name of a
  /// separator.
  private static func needsQuotes(_ text: String, isFirst: Bool, isOnly: Bool) -> Bool {
    if isOnly, text.isEmpty { return true }
    if isFirst, text.utf8.first == UInt8(ascii: "#") || text.utf8.starts(with: "sep=".utf8) { return true }
    return text.utf8.contains { "\";,\t\r\n".utf8.contains($0) }
  }
}
