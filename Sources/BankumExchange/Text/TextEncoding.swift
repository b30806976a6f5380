import BankumModel

/// The forms in which a text file comes.
package enum TextEncoding: String, Coded {
  /// UTF-8 as it should be.
  case utf8
  /// UTF-8 with a byte order mark, as spreadsheets save "CSV UTF-8".
  case utf8WithMark
  /// UTF-16, small end first: what spreadsheets call "Unicode text".
  case utf16LittleEndian
  /// UTF-16, big end first.
  case utf16BigEndian

  /// The mark that such a file begins with.
  var mark: [UInt8] {
    switch self {
    case .utf8: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The bytes of a text, with the mark.
  package func encode(_ text: String) -> [UInt8] {
    var bytes = mark
    switch self {
    case .utf8, .utf8WithMark:
      bytes += text.utf8
    case .utf16LittleEndian:
      for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    case .utf16BigEndian:
      for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)] }
    }
    return bytes
  }
}
