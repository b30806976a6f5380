/// A kind of value that imports write: compared, and put back, field by field.
package protocol FieldListed: Stored {
  /// The names of what `write(to:)` hands over, in its order, the columns first.
  static var fieldNames: [String] { get }
}

extension FieldListed {
  /// The fields as they are stored, one element for each name.
  var parts: [[Field]] { record.parts }

  private var record: RecordWriter {
    var record = RecordWriter(ring: nil, notesParts: true)
    write(to: &record)
    return record
  }

  /// The value with other fields. Throws `corrupted` if they do not go together.
  func with(_ parts: [[Field]], rowKey: Int64) throws(StoreError) -> Self {
    let columns = record.columns.starts.count
    var record = RecordReader(
      columns: FieldReader(parts.prefix(columns).flatMap { $0 }),
      body: FieldReader(parts.dropFirst(columns).flatMap { $0 }))
    return try Self(rowKey: rowKey, from: &record)
  }

  /// What is stored in each field of one value and not of the other.
  static func changes(_ before: [[Field]], _ after: [[Field]]) -> [ImportChange.FieldChange] {
    zip(fieldNames, zip(before, after)).compactMap { name, parts in
      parts.0 == parts.1 ? nil : ImportChange.FieldChange(name: name, before: parts.0, after: parts.1)
    }
  }
}
