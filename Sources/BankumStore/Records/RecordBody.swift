/// The body column: a record's fields, sealed, or in the clear with a code. Both cover the row's table, id, columns and
/// form, so that nothing of a row can change, or move to another row, without the key.
struct RecordBody {
  let layout: RowLayout
  let ring: KeyRing

  /// What is authenticated along with the body.
  private func context(_ rowKey: Int64, _ columns: [Field]) -> [UInt8] {
    var bytes = layout.nameBytes
    bytes.append(0)
    FieldBytes.append(.integer(rowKey), to: &bytes)
    for field in columns { FieldBytes.append(field, to: &bytes) }
    return bytes
  }

  /// The bytes to store.
  func bytes(of fields: [Field], rowKey: Int64, columns: [Field]) throws(StoreError) -> [UInt8] {
    let plain = FieldBytes.bytes(of: fields)
    let context = context(rowKey, columns)
    guard layout.isSealed else { return ring.current.authenticate(plain, form: layout.form, context: context) }
    return try ring.current.seal(plain, form: layout.form, context: context)
  }

  /// The fields of stored bytes; throws `corrupted` or `keyMissing`.
  func fields(of bytes: UnsafeRawBufferPointer, rowKey: Int64, columns: [Field]) throws(StoreError) -> [Field] {
    try FieldBytes.fields(
      of: try ring.open(
        bytes, isSealed: layout.isSealed, form: layout.form, context: context(rowKey, columns)))
  }
}
