/// What is left of a heading or a word when spelling does not count: small letters and digits.
package enum TextKey {
  /// The key: `Tgl. Masuk`, `TGL_MASUK` and `tgl masuk` have the same.
  package static func of(_ text: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): key.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case 0x80...: return ofUnicode(text)
      default: continue
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static func ofUnicode(_ text: String) -> String {
    var key = ""
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      key += scalar.properties.lowercaseMapping
    }
    return key
  }
}
