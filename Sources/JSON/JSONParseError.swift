/// Why a text is not the JSON that was asked for, and where.
public struct JSONParseError: Error, Equatable, Sendable {
  /// The kinds of refusal; the raw value is a stable name for programs.
  public enum Code: String, Sendable, CaseIterable {
    case tooLarge
    case tooDeep
    case unexpectedEnd
    case unexpectedByte
    case trailingText
    case invalidNumber
    case numberOutOfRange
    case invalidEscape
    case loneSurrogate
    case controlCharacter
    case nullCharacter
    case invalidUTF8
    case duplicateName
  }

  /// What is wrong.
  public let code: Code
  /// The byte at which it was seen, from 0.
  public let offset: Int
  /// The line of that byte, from 1.
  public let line: Int
  /// The column of that byte in its line, in bytes, from 1.
  public let column: Int

  init(_ code: Code, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.code = code
    self.offset = offset
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.line = line
    self.column = offset - lineStart + 1
  }
}
