import BankumModel

/// Takes a row apart, field by field, and notes everything that is wrong with it.
package struct RowCursor {
  let row: TableRow
  let header: HeaderMap
  private(set) var problems: [ImportProblem] = []

  init(row: TableRow, header: HeaderMap) {
    self.row = row
    self.header = header
  }

  /// Where the fields stand.
  var places: RowPlaces { RowPlaces(line: row.line, header: header) }

  /// The value, or nil if the field is empty, the column is missing, or the text is wrong, which is noted.
  mutating func value<Value>(_ column: Column<Value>) -> Value? {
    guard let index = header.column(of: column.heading.field) else { return nil }
    return value(column, at: index)
  }

  /// The value of a column that must have one; an empty field is noted too.
  mutating func required<Value>(_ column: Column<Value>) -> Value? {
    let before = problems.count
    if let value = value(column) { return value }
    if problems.count == before { note(.valueMissing, column.heading.field) }
    return nil
  }

  /// The values of all columns of this name.
  mutating func values<Value>(_ column: Column<Value>) -> [Value] {
    (header.columns[column.heading.field] ?? []).compactMap { value(column, at: $0) }
  }

  /// What the field says and where, or nil if it is empty.
  mutating func reference(_ column: Column<String>) -> Reference? {
    value(column).map { Reference(text: $0, place: place(of: column.heading.field)) }
  }

  /// As `reference` for a column that must have one.
  mutating func requiredReference(_ column: Column<String>) -> Reference? {
    required(column).map { Reference(text: $0, place: place(of: column.heading.field)) }
  }

  /// Whom the field names, or nil if it is empty or wrong.
  mutating func inmate(_ column: Column<InmateReference.Target>) -> InmateReference? {
    value(column).map { InmateReference(target: $0, place: place(of: column.heading.field)) }
  }

  /// As `inmate` for a column that must name somebody.
  mutating func requiredInmate(_ column: Column<InmateReference.Target>) -> InmateReference? {
    required(column).map { InmateReference(target: $0, place: place(of: column.heading.field)) }
  }

  /// Notes a problem with a field.
  mutating func note(_ code: ImportProblem.Code, _ field: String, parameters: [String] = []) {
    problems.append(ImportProblem(code, at: place(of: field), value: text(of: field), parameters: parameters))
  }

  /// Notes a last day before the first.
  mutating func requireOrder(_ first: CivilDate?, _ last: CivilDate?, _ field: String) {
    guard let first, let last, last < first else { return }
    note(.endBeforeStart, field, parameters: [first.text])
  }

  /// Whether the field says nothing, or its column is missing.
  func isEmpty(_ field: String) -> Bool {
    guard let clean = try? CleanText.of(text(of: field)) else { return false }
    return CleanText.isAbsent(clean)
  }

  /// Whether the field holds such a value; notes nothing.
  func holds<Value>(_ column: Column<Value>) -> Bool {
    guard let clean = try? CleanText.of(text(of: column.heading.field)), !CleanText.isAbsent(clean) else {
      return false
    }
    return (try? column.form.read(clean)) != nil
  }

  /// The names that the file, or else the template, gives to the columns: for errors about several of them.
  func names(of headings: [ColumnHeading]) -> [String] {
    headings.map { heading in
      header.column(of: heading.field).map { header.headers[$0] } ?? heading.names.first ?? heading.field
    }
  }

  private mutating func value<Value>(_ column: Column<Value>, at index: Int) -> Value? {
    guard index < row.fields.count else { return nil }
    let field = row.fields[index]
    do throws(FieldFault) {
      let text = try CleanText.of(field.text)
      return CleanText.isAbsent(text) ? nil : try column.form.read(text)
    } catch {
      let place = ImportPlace(line: field.line, column: index + 1, header: header.headers[index])
      problems.append(ImportProblem(error.code, at: place, value: field.text, parameters: error.parameters))
      return nil
    }
  }

  private func text(of field: String) -> String {
    guard let index = header.column(of: field), index < row.fields.count else { return "" }
    return row.fields[index].text
  }

  private func place(of field: String) -> ImportPlace {
    guard let index = header.column(of: field), index < row.fields.count else { return ImportPlace(line: row.line) }
    return ImportPlace(line: row.fields[index].line, column: index + 1, header: header.headers[index])
  }
}
