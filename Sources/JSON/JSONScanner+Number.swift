extension JSONScanner {
  /// RFC 8259, 6: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func number() throws(Fault) -> JSONValue {
    let start = index
    let negative = current == UInt8(ascii: "-")
    if negative { index += 1 }

    let firstDigit = index
    var magnitude: UInt64 = 0
    var overflows = false
    while let digit = digit() {
      let (product, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
      overflows = overflows || tooLarge || carried
      magnitude = sum
    }
    guard index > firstDigit else { throw index < bytes.count ? fault(.invalidNumber) : unexpected() }
    guard index == firstDigit + 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      throw fault(.invalidNumber, at: firstDigit)
    }

    var isInteger = true
    if current == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      try digits()
    }

    if isInteger, !overflows {
      if !negative, let value = Int64(exactly: magnitude) { return .integer(value) }
      if negative, magnitude <= Int64.min.magnitude { return .integer(Int64(truncatingIfNeeded: 0 &- magnitude)) }
    }
    guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)), value.isFinite else {
      throw fault(.numberOutOfRange, at: start)
    }
    return .float(value)
  }

  private mutating func digit() -> UInt8? {
    guard let byte = current, byte &- UInt8(ascii: "0") < 10 else { return nil }
    index += 1
    return byte - UInt8(ascii: "0")
  }

  private mutating func digits() throws(Fault) {
    let start = index
    while digit() != nil {}
    guard index > start else { throw index < bytes.count ? fault(.invalidNumber) : unexpected() }
  }
}
