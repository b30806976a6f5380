/// Which values of a kind, and in which order. Made only by the functions of this room: arguments are always bound.
package struct Filter<Value: Stored>: Sendable {
  let clause: String
  let arguments: [Field]
  let order: String

  init(_ clause: String, _ arguments: [Field] = [], order: String = "id") {
    self.clause = clause
    self.arguments = arguments
    self.order = order
  }
}
