/// A column: what it is called and how its text becomes a value.
struct Column<Value: Sendable>: Sendable {
  let heading: ColumnHeading
  let form: FieldForm<Value>

  init(
    _ field: String, _ names: [String], _ form: FieldForm<Value>, _ presence: ColumnHeading.Presence = .optional,
    example: String = ""
  ) {
    // The field's own name always does: a program that writes files can use the codes.
    heading = ColumnHeading(
      field: field, names: names.contains(field) ? names : names + [field], presence: presence, example: example)
    self.form = form
  }
}
