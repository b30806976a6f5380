/// What a caller is to the house; the raw value is the name on the wire and in the role table.
package enum Role: String, Sendable, CaseIterable {
  case ops
  case registrar
  case runner
  case advocate
  case coordinator
  case guardian = "guard"
  case auditor
  case officer
}
