/// Why an event did not happen; nothing has changed. Thrown or returned, mapped to `Refused` with the rule id.
package struct TransitionRefusal<Reason: Coded>: Error, Hashable {
  /// The reason; its code is the rule id.
  package let reason: Reason

  /// A refusal for this reason.
  package init(_ reason: Reason) {
    self.reason = reason
  }
}
