/// How the rows of one kind are stored: table, columns, whether the body is sealed, and the form of the body.
///
/// A form is the row of fields that `write(to:)` hands over. Whoever adds, splits or takes out a field or a column raises
/// it, and says in a new version of the schema how rows of the old form become rows of the new.
struct RowLayout: Sendable, Equatable {
  let name: String
  /// All columns between `id` and `body`.
  let columns: [String]
  let isSealed: Bool
  let form: UInt8
  /// The name as bytes: part of what is authenticated.
  let nameBytes: [UInt8]

  init(_ name: String, _ columns: [String], isSealed: Bool = false, form: UInt8 = 1) {
    self.name = name
    self.columns = columns
    self.isSealed = isSealed
    self.form = form
    nameBytes = Array(name.utf8)
  }

  private var list: String { (["id"] + columns + ["body"]).joined(separator: ", ") }

  var select: String { "SELECT \(list) FROM \(name)" }

  var insert: String {
    "INSERT INTO \(name) (\(list)) VALUES (\(repeatElement("?", count: columns.count + 2).joined(separator: ", ")))"
  }

  /// The id is the last argument.
  var update: String {
    "UPDATE \(name) SET \((columns + ["body"]).map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
  }
}
