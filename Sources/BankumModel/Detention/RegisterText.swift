/// How register codes are spelt, with the dirt taken off.
enum RegisterText {
  /// The text in capitals without spaces, dots, dashes and underscores: `a. iii` becomes `AIII`. Other characters
  /// stay, so that they fail to match.
  static func condensed(_ text: some StringProtocol) -> Substring {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", ".", "-", "_", "\t", "\u{A0}": continue
      case "a"..."z": result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 32)))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result[...]
  }
}
