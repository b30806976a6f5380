extension Session {
  /// Lets an event happen to the meeting, by the table of transitions. Throws the refusal; nothing has changed then.
  ///
  /// How a meeting ended is reported with what follows for its request: see `OutcomeReport`.
  package mutating func apply(
    _ event: SessionEvent, by actor: Actor
  ) throws(TransitionRefusal<SessionRefusal>) {
    switch state.after(event, by: actor) {
    case .success(let next): state = next
    case .failure(let refusal): throw refusal
    }
  }

  /// A draft as it would stand once it is published, for looking at the whole schedule beforehand; any other meeting as it
  /// is.
  package var asOffered: Session {
    var session = self
    if case .success(let next) = state.after(.publishOffer, by: .registrar) { session.state = next }
    return session
  }
}
