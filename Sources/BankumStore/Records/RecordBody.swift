/// The body column: a record's fields, sealed or with a checksum. Both cover the row's table, id and columns, so that
/// nothing of a row can change, or move to another row, unseen.
struct RecordBody {
  let table: Table
  let ring: KeyRing

  /// What is authenticated along with the body.
  private func context(_ rowKey: Int64, _ columns: [Field]) -> [UInt8] {
    var bytes = table.nameBytes
    bytes.append(0)
    FieldBytes.append(.integer(table.isNumbered ? 0 : rowKey), to: &bytes)
    for field in columns { FieldBytes.append(field, to: &bytes) }
    return bytes
  }

  /// The bytes to store.
  func bytes(of fields: [Field], rowKey: Int64, columns: [Field]) throws(StoreError) -> [UInt8] {
    let plain = FieldBytes.bytes(of: fields)
    let context = context(rowKey, columns)
    if table.isSealed { return try ring.current.seal(plain, context: context) }
    let sum = Checksum.sum(context, plain)
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) } + plain
  }

  /// The fields of stored bytes; throws `corrupted` or `keyMissing`.
  func fields(of bytes: UnsafeRawBufferPointer, rowKey: Int64, columns: [Field]) throws(StoreError) -> [Field] {
    let context = context(rowKey, columns)
    if table.isSealed {
      do {
        return try FieldBytes.fields(of: try ring.open(bytes, context: context))
      } catch {
        throw StoreError(error.code, "\(table.name): \(error.detail)")
      }
    }
    guard bytes.count >= 8 else { throw StoreError(.corrupted, "\(table.name): a record without checksum") }
    let plain = Array(bytes[8...])
    let sum = Checksum.sum(context, plain)
    guard (0..<8).allSatisfy({ bytes[$0] == UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) }) else {
      throw StoreError(.corrupted, "\(table.name): a record whose checksum does not fit")
    }
    return try FieldBytes.fields(of: plain)
  }
}
