/// Crockford's base 32: https://www.crockford.com/base32.html, without check digit.
enum CrockfordBase32 {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)

  /// The character of a value in 0...31.
  static func character(for value: UInt64) -> Unicode.Scalar { alphabet[Int(value)] }

  /// The value of an ASCII character, or nil if it is not one of the alphabet or its look-alikes.
  static func value(of unit: UInt8) -> UInt64? {
    let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(unit) ? unit - 32 : unit
    switch upper {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    default: return alphabet.firstIndex { $0.value == UInt32(upper) }.map(UInt64.init)
    }
  }
}
