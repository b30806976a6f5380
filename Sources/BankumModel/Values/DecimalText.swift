/// Non-negative decimal numbers in ASCII, the only numbers that dates and codes are written with.
enum DecimalText {
  /// The number with leading zeros up to `width`.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The value of one to nine ASCII digits, or nil if anything else is there. No sign, no spaces.
  static func value(of units: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(units.count) else { return nil }
    var value = 0
    for unit in units {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unit) else { return nil }
      value = value * 10 + Int(unit - UInt8(ascii: "0"))
    }
    return value
  }
}
