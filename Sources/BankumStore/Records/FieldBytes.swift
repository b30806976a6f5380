/// Fields as bytes, one after the other: a tag, then an integer of variable length, or a length and so many bytes.
///
/// The same bytes are sealed, hashed and stored, so the form never changes; what a record holds may, with its format.
enum FieldBytes {
  /// Appends a field.
  static func append(_ field: Field, to bytes: inout [UInt8]) {
    switch field {
    case .null: bytes.append(0)
    case .integer(let value):
      bytes.append(1)
      // Zigzag: small negative numbers stay short.
      append(UInt64(bitPattern: value << 1 ^ value >> 63), to: &bytes)
    case .text(let text):
      bytes.append(2)
      append(UInt64(text.utf8.count), to: &bytes)
      bytes.append(contentsOf: text.utf8)
    case .bytes(let value):
      bytes.append(3)
      append(UInt64(value.count), to: &bytes)
      bytes.append(contentsOf: value)
    }
  }

  /// The bytes of fields.
  static func bytes(of fields: [Field]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.count * 12)
    for field in fields { append(field, to: &bytes) }
    return bytes
  }

  /// The fields that the bytes hold; throws `corrupted` if they are not exactly a row of fields.
  static func fields(of bytes: some RandomAccessCollection<UInt8>) throws(StoreError) -> [Field] {
    let found = bytes.withContiguousStorageIfAvailable { parse($0) } ?? Array(bytes).withUnsafeBufferPointer(parse)
    guard let found else { throw StoreError(.corrupted, "a record that is not a row of fields") }
    return found
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> [Field]? {
    var fields: [Field] = []
    fields.reserveCapacity(bytes.count / 6)
    var index = 0
    while index < bytes.count {
      let tag = bytes[index]
      index += 1
      switch tag {
      case 0: fields.append(.null)
      case 1:
        guard let value = number(bytes, &index) else { return nil }
        fields.append(.integer(Int64(bitPattern: value >> 1 ^ (0 &- (value & 1)))))
      case 2, 3:
        guard let length = number(bytes, &index), length <= UInt64(bytes.count - index) else { return nil }
        let part = bytes[index..<index + Int(length)]
        index += Int(length)
        fields.append(tag == 2 ? .text(String(decoding: part, as: UTF8.self)) : .bytes(Array(part)))
      default: return nil
      }
    }
    return fields
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
