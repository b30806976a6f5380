/// Numbers in the variables that systemd sets: plain decimal digits.
enum DecimalText {
  /// The number, or nil for anything but ASCII digits that fit: no sign, no space, no empty text.
  static func number(_ text: String) -> UInt64? {
    // The standard library's initialiser also takes a leading plus.
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return UInt64(text)
  }
}
