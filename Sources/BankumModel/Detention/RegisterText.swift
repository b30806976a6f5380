/// How register codes are spelt, with the dirt taken off. Works on bytes: a population file has thousands of them.
enum RegisterText {
  /// The bytes in capitals without spaces (also the no-break one), tabs, dots, dashes and underscores: `a. iii` becomes
  /// `AIII`. Other bytes stay, so that they fail to match.
  static func condensed(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for unit in text {
      switch unit {
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\t"):
        continue
      case 0xA0 where result.last == 0xC2:
        // U+00A0, which spreadsheets like to write.
        result.removeLast()
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        result.append(unit - 32)
      default:
        result.append(unit)
      }
    }
    return result
  }
}
