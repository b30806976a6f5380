/// Where values of one kind are kept, and the statements that read and write them.
///
/// Every table has the same shape: `id`, the columns that the database constrains or searches, and `body`, which holds
/// the rest. Link tables repeat what is in the body where another row is meant, so that references and look-ups work.
package struct Table: Sendable {
  /// A table of rows that belong to a row of this one.
  struct Link: Sendable {
    let name: String
    let insert: String
    let delete: String

    init(_ name: String, _ columns: [String]) {
      self.name = name
      let marks = repeatElement("?", count: columns.count + 2).joined(separator: ", ")
      insert = "INSERT INTO \(name) (owner, position\(columns.map { ", \($0)" }.joined())) VALUES (\(marks))"
      delete = "DELETE FROM \(name) WHERE owner = ?"
    }
  }

  let name: String
  let columnCount: Int
  /// Whether the body is sealed; otherwise it carries a checksum.
  let isSealed: Bool
  /// Whether rows get their ids from the database, in the order of writing. Such rows are found by `identity`.
  let isNumbered: Bool
  let links: [Link]
  /// Which column says about whom a row is; nil for what is about nobody alone.
  let inmateColumn: Int?
  let select: String
  let upsert: String
  /// The name as bytes: part of what is authenticated.
  let nameBytes: [UInt8]

  /// - identity: The columns that say which row is replaced; none: rows are only added.
  init(
    _ name: String, _ columns: [String], isSealed: Bool = false, isNumbered: Bool = false,
    identity: [String] = ["id"], links: [Link] = []
  ) {
    self.name = name
    columnCount = columns.count
    self.isSealed = isSealed
    self.isNumbered = isNumbered
    self.links = links
    inmateColumn = columns.firstIndex(of: "inmate")
    nameBytes = Array(name.utf8)
    let all = ["id"] + columns + ["body"]
    let list = all.joined(separator: ", ")
    select = "SELECT \(list) FROM \(name)"
    let marks = repeatElement("?", count: all.count).joined(separator: ", ")
    let insert = "INSERT INTO \(name) (\(list)) VALUES (\(marks))"
    let changed = all.filter { $0 != "id" && !identity.contains($0) }.map { "\($0) = excluded.\($0)" }
    upsert =
      identity.isEmpty
      ? insert
      : insert + " ON CONFLICT (\(identity.joined(separator: ", "))) DO UPDATE SET "
        + changed.joined(separator: ", ")
  }
}
