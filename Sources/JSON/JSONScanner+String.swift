extension JSONScanner {
  /// Reads a string; the index stands on its opening quotation mark.
  mutating func string() throws(Fault) -> String {
    index += 1
    let start = index
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let text = try validated(UnsafeBufferPointer(rebasing: bytes[start..<index]), from: start)
        index += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw fault(.controlCharacter)
      default: index += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private func validated(_ text: UnsafeBufferPointer<UInt8>, from offset: Int) throws(Fault) -> String {
    guard let string = String(validating: text, as: UTF8.self) else { throw fault(.invalidUTF8, at: offset) }
    return string
  }

  /// The slow way, from the first backslash on.
  private mutating func escapedString(from start: Int) throws(Fault) -> String {
    var text = Array(bytes[start..<index])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw fault(.invalidUTF8, at: start) }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault(.controlCharacter)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    let start = index
    index += 1
    guard let kind = current else { throw fault(.unexpectedEnd) }
    index += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar(from: start)).utf8)
    default: throw fault(.invalidEscape, at: start)
    }
  }

  /// `\uXXXX`, or the two of a surrogate pair (RFC 8259, 7); a half alone is no character.
  private mutating func escapedScalar(from start: Int) throws(Fault) -> Character {
    let first = try hexadecimals(from: start)
    if first == 0, !limits.allowsNullCharacter { throw fault(.nullCharacter, at: start) }
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard first < 0xDC00, current == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw fault(.loneSurrogate, at: start) }
    index += 2
    let second = try hexadecimals(from: start)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw fault(.loneSurrogate, at: start) }
    return Character(scalar)
  }

  private mutating func hexadecimals(from start: Int) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw fault(.unexpectedEnd) }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw fault(.invalidEscape, at: start)
      }
      index += 1
    }
    return value
  }
}
