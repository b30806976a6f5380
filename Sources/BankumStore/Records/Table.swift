/// Where values of one kind are kept, and the statements that read and write them.
///
/// Every table has the same shape: `id`, the columns that the database constrains or searches, and `body`, which holds
/// the rest. Link tables repeat what is in the body where another row is meant, so that references and look-ups work.
package struct Table: Sendable {
  /// A table of rows that belong to a row of this one.
  struct Link: Sendable {
    let name: String
    let columns: [String]
    let insert: String
    let delete: String

    init(_ name: String, _ columns: [String]) {
      self.name = name
      self.columns = columns
      let marks = repeatElement("?", count: columns.count + 2).joined(separator: ", ")
      insert = "INSERT INTO \(name) (owner, position\(columns.map { ", \($0)" }.joined())) VALUES (\(marks))"
      delete = "DELETE FROM \(name) WHERE owner = ?"
    }
  }

  /// How a row is stored.
  let layout: RowLayout
  /// Whether rows get their ids from the register, in the order of writing.
  let isNumbered: Bool
  let links: [Link]
  /// Which column says about whom a row is; nil for what is about nobody alone.
  let inmateColumn: Int?
  let select: String
  let upsert: String
  /// Among numbered rows, how the row that a value replaces is found: the statement, and which columns it asks for.
  let find: (sql: String, places: [Int])?

  /// What a row of it is called where people and programs read it: `inmate`, `keepApart`.
  let kind: String

  var name: String { layout.name }
  var columnCount: Int { layout.columns.count }
  var isSealed: Bool { layout.isSealed }

  /// - kind: What a row is called; nil: as the table, `keep_apart` as `keepApart`.
  /// - form: See `RowLayout`.
  /// - identity: The columns that say which row is replaced; none: rows are only added.
  init(
    _ name: String, _ columns: [String], kind: String? = nil, isSealed: Bool = false, form: UInt8 = 1,
    isNumbered: Bool = false,
    identity: [String] = ["id"], links: [Link] = []
  ) {
    layout = RowLayout(name, columns, isSealed: isSealed, form: form)
    self.kind = kind ?? Self.word(name)
    self.isNumbered = isNumbered
    self.links = links
    inmateColumn = columns.firstIndex(of: "inmate")
    select = layout.select
    let changed = (columns + ["body"]).map { "\($0) = excluded.\($0)" }
    upsert =
      identity.isEmpty
      ? layout.insert : layout.insert + " ON CONFLICT (id) DO UPDATE SET " + changed.joined(separator: ", ")
    let places = identity.compactMap { columns.firstIndex(of: $0) }
    let conditions = places.map { "\(columns[$0]) = ?" }.joined(separator: " AND ")
    find = places.isEmpty ? nil : ("SELECT id FROM \(name) WHERE \(conditions)", places)
  }

  /// `keep_apart` as a word of the wire: `keepApart`.
  static func word(_ table: String) -> String {
    let parts = table.split(separator: "_")
    return (parts.first.map(String.init) ?? "")
      + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
