/// A row of one kind of import, its texts made values, not yet joined to the register.
package protocol DraftRow: Equatable, Sendable {
  /// The kind of import.
  static var kind: ImportKind { get }
  /// The columns.
  static var headings: [ColumnHeading] { get }
  /// Where its fields stand.
  var places: RowPlaces { get }

  /// Takes a row apart; nil if something that must be there is missing or wrong, which the cursor then has noted.
  init?(_ row: inout RowCursor)
  /// What is wrong between rows: the same thing twice, contradictions.
  static func problems(across rows: [Self]) -> [ImportProblem]
}

extension DraftRow {
  /// Nothing is wrong between rows.
  package static func problems(across rows: [Self]) -> [ImportProblem] { [] }

  /// The rows whose key an earlier row has too, placed at `field`.
  static func duplicates<Key: Hashable>(
    _ rows: [Self], field: String, value: (Key) -> String, key: (Self) -> Key?
  ) -> [ImportProblem] {
    var lines: [Key: Int] = [:]
    var problems: [ImportProblem] = []
    for row in rows {
      guard let key = key(row) else { continue }
      if let line = lines[key] {
        problems.append(
          ImportProblem(.duplicate, at: row.places.place(of: field), value: value(key), parameters: ["\(line)"]))
      } else {
        lines[key] = row.places.line
      }
    }
    return problems
  }
}
