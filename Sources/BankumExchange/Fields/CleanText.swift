import BankumModel

/// Takes off what a field collects on its way through spreadsheets and web pages.
enum CleanText {
  /// The text with single spaces and none at its ends; line ends, tabs and no-break spaces are spaces, marks without
  /// width are dropped. Throws `hiddenCharacter` for what changes how its neighbours are shown.
  static func of(_ text: String) throws(FieldFault) -> String {
    if isClean(text.utf8) { return text }
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2007, 0x202F, 0x3000:
        isSpacePending = !result.isEmpty
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD:
        continue
      default:
        if FreeText.isHidden(scalar) {
          throw FieldFault(.hiddenCharacter, ["U+" + String(scalar.value, radix: 16, uppercase: true)])
        }
        if isSpacePending { result.append(" ") }
        isSpacePending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether somebody wrote that there is nothing to write.
  static func isAbsent(_ text: String) -> Bool {
    guard text.utf8.count <= 10 else { return false }
    switch text {
    case "", "-", "--", "---", "–", "—", ".", "?", "#N/A", "00/00/0000", "0000-00-00", "00-00-0000": return true
    default:
      switch text.lowercased() {
      case "n/a", "null", "nihil", "kosong", "tidak ada", "none", "nil": return true
      default: return false
      }
    }
  }

  private static func isClean(_ text: String.UTF8View) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text {
      if byte >= 0x80 || byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      previous = byte
    }
    return text.isEmpty || previous != 0x20
  }
}
