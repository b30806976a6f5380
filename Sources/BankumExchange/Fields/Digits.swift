/// Decimal numbers in ASCII.
enum Digits {
  /// The value of one to nine digits and nothing else, or nil.
  static func value(of units: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(units.count) else { return nil }
    var value = 0
    for unit in units {
      guard unit >= UInt8(ascii: "0"), unit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(unit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The number with leading zeros up to `width`.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
