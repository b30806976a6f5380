/// Keeps spreadsheets from taking a field for a formula: an apostrophe before `=`, `+`, `-`, `@`, tab or a line end.
///
/// A field that already has apostrophes before such a character gets one more, so that taking off one always gives
/// back what was written.
enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether the field begins with a formula's first character, after any number of apostrophes.
  static func isDangerous(_ field: some Sequence<UInt8>) -> Bool {
    for byte in field where byte != apostrophe {
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: return true
      default: return false
      }
    }
    return false
  }

  /// Whether the field is a negative number, which stays one: -5, -7.5.
  static func isNumber(_ field: String.UTF8View) -> Bool {
    let parts = field.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return field.first == UInt8(ascii: "-") && parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }

  /// The field without its guard: our own, or the formula `="0042"` by which others keep a spreadsheet from taking a text
  /// for a number.
  static func removed(from field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if field.count >= 3, field.starts(with: "=\"".utf8), field.last == UInt8(ascii: "\"") {
      return field.dropFirst(2).dropLast()
    }
    guard field.first == apostrophe, isDangerous(field) else { return field }
    return field.dropFirst()
  }
}
