/// Counts each possible separator in each row, outside of quotation marks.
struct SeparatorCounter {
  /// For each separator in the order of `Separator.allCases`: how many rows have so many of it, none not counted.
  private(set) var tallies: [[Int: Int]] = [[:], [:], [:]]
  /// Rows that were not blank.
  private(set) var rows = 0
  private var counts = [0, 0, 0]
  private var isQuoted = false
  private var isBlank = true

  mutating func take(_ byte: UInt8) {
    if isQuoted {
      if byte == UInt8(ascii: "\"") { isQuoted = false }
      return
    }
    switch byte {
    case UInt8(ascii: "\""):
      // A doubled mark inside quotes closes and opens again: the count stays right.
      isQuoted = true
      isBlank = false
    case 0x0A, 0x0D: endRow()
    default:
      if byte == UInt8(ascii: ";") {
        counts[0] += 1
      } else if byte == UInt8(ascii: ",") {
        counts[1] += 1
      } else if byte == 0x09 {
        counts[2] += 1
      }
      isBlank = false
    }
  }

  mutating func endRow() {
    guard !isBlank else { return }
    for index in counts.indices where counts[index] > 0 { tallies[index][counts[index], default: 0] += 1 }
    rows += 1
    counts = [0, 0, 0]
    isBlank = true
    isQuoted = false
  }
}
