/// Lines of a CSV file (RFC 4180) that a spreadsheet takes as text.
enum CommaSeparated {
  /// One line with its end.
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  /// A field: quoted where it must be. What a spreadsheet would compute begins with an apostrophe.
  private static func field(_ text: String) -> String {
    let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
    let guarded = text.first.map(starts.contains) == true ? "'" + text : text
    guard guarded.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return guarded }
    return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
