/// One version of the tables: what it does to the version before, step by step, in one transaction.
struct SchemaVersion: Sendable {
  /// One thing that a version does.
  enum Step: Sendable {
    /// Statements.
    case sql(String)
    /// Reads every row of a kind in the form of the version before and writes it in this version's. Both columns have
    /// to be there: what is added comes in a step before, what is taken out in a step after.
    case rows(String, @Sendable (MigratedRow) throws(StoreError) -> MigratedRow)
    /// Anything else: a field that becomes a table, a table that becomes a field.
    case code(@Sendable (Migration) throws(StoreError) -> Void)
  }

  /// The kinds that this version stores in another way than the version before, and those that are new. They stand
  /// here by name and column, not as the types of today: these will have moved on.
  let layouts: [RowLayout]
  /// In order.
  let steps: [Step]
}

/// A row on its way from one form to the next.
struct MigratedRow: Sendable, Equatable {
  /// The id.
  let rowKey: Int64
  /// The columns between `id` and `body`.
  var columns: [Field]
  /// The fields of the body.
  var body: [Field]

  /// Reads one form with `read`, writes the next with `write`: for rows in which more moves than one field at a known
  /// place.
  func changed(
    _ read: (inout FieldReader, inout FieldReader, inout FieldWriter, inout FieldWriter) throws(StoreError) -> Void
  ) throws(StoreError) -> MigratedRow {
    var (oldColumns, oldBody) = (FieldReader(columns), FieldReader(body))
    var (newColumns, newBody) = (FieldWriter(), FieldWriter())
    try read(&oldColumns, &oldBody, &newColumns, &newBody)
    guard oldColumns.isAtEnd, oldBody.isAtEnd else { throw FieldReader.damage("more than was asked for") }
    return MigratedRow(rowKey: rowKey, columns: newColumns.fields, body: newBody.fields)
  }
}
