/// A row of a file as it stands there, with its headings.
package struct RowText: Hashable, Sendable {
  /// What the file calls its columns.
  package let headers: [String]
  /// What the row says in each.
  package let fields: [String]

  /// Takes the texts as they are.
  package init(headers: [String], fields: [String]) {
    self.headers = headers
    self.fields = fields
  }
}
