/// Writes JSON straight into bytes, without a tree between: `key`, `begin...`, `end...` and values in order.
///
/// The caller keeps the order right (a value after each key, an end for each begin); generated code does.
/// Numbers keep their kind: a float always has a fraction or an exponent. `/` and non-ASCII stay as they are.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Sendable, Equatable {
    /// No white space at all.
    case compact
    /// Two spaces a level, one member or element a line.
    case pretty
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8]
  private let layout: Layout
  private var needsComma = false
  private var afterKey = false
  private var level = 0

  /// An empty writer; `capacity` in bytes avoids growing.
  public init(layout: Layout = .compact, capacity: Int = 256) {
    self.layout = layout
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes the object that was opened last.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes the array that was opened last.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member's name.
  public mutating func key(_ name: String) {
    string(name)
    finishKey()
  }

  /// Writes a member's name that needs no escape (a field name of a Varlink interface).
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    finishKey()
  }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes an integer.
  public mutating func integer(_ value: Int64) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes a float in its shortest form that reads back the same; JSON has no word for NaN and the
  /// infinities, which become `null`.
  public mutating func float(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: value.description.utf8)
    needsComma = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a value with all that is in it.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .float(let value): float(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a value that is JSON already: compact bytes made by another writer.
  public mutating func json(_ compact: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: compact)
    needsComma = true
  }

  /// Ends a text or a frame with a byte of its own (a newline, a NUL); the next value starts anew.
  public mutating func terminate(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = false
  }

  private mutating func raw(_ text: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
    level += 1
  }

  private mutating func close(_ bracket: UInt8) {
    level -= 1
    if layout == .pretty, needsComma { newLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func finishKey() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    afterKey = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if layout == .pretty, level > 0, !afterKey { newLine() }
    afterKey = false
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var written = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: text[written..<index])
      written = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0..<0x20:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(UInt8(ascii: "0") + byte >> 4)
        bytes.append(Self.hexadecimals[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(contentsOf: text[written...])
  }

  private static let hexadecimals = Array("0123456789abcdef".utf8)
}
