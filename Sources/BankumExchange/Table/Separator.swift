import BankumModel

/// What parts the fields of a row.
package enum Separator: String, Coded {
  /// What spreadsheets write where the comma is the decimal mark, as in Indonesia.
  case semicolon
  /// What the name CSV says.
  case comma
  /// What "Unicode text" has.
  case tab

  /// The byte.
  package var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// The separator of this byte, or nil.
  init?(byte: UInt8) {
    guard let separator = Self.allCases.first(where: { $0.byte == byte }) else { return nil }
    self = separator
  }

  /// The separator of a text: the one that parts most of its first rows into the same number of fields, more than
  /// one; of equals the one that makes more fields, then the semicolon.
  package static func sniff(_ bytes: [UInt8]) -> Separator {
    var counter = SeparatorCounter()
    for byte in bytes.prefix(1 << 16) {
      counter.take(byte)
      if counter.rows == 100 { break }
    }
    counter.endRow()
    var best = (agreeing: 0, fields: 0, separator: Separator.semicolon)
    for (index, separator) in allCases.enumerated() {
      for (count, agreeing) in counter.tallies[index].sorted(by: { $0.key > $1.key })
      where (agreeing, count) > (best.agreeing, best.fields) {
        best = (agreeing, count, separator)
      }
    }
    return best.separator
  }
}
