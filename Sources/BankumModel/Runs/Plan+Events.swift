extension PlanState {
  /// The table of transitions: every state with every event, nothing by default.
  package func after(_ event: PlanEvent) -> Result<PlanState, TransitionRefusal<PlanRefusal>> {
    switch (self, event) {
    case (.draft, .publish): .success(.published)
    case (.draft, .discard): .success(.discarded)
    case (.published, .replace): .success(.replaced)
    case (.draft, .replace): .failure(TransitionRefusal(.planDraft))
    case (.published, .publish), (.published, .discard): .failure(TransitionRefusal(.planPublished))
    case (.replaced, .publish), (.replaced, .replace), (.replaced, .discard):
      .failure(TransitionRefusal(.planReplaced))
    case (.discarded, .publish), (.discarded, .replace), (.discarded, .discard):
      .failure(TransitionRefusal(.planDiscarded))
    }
  }
}

extension Plan {
  /// Brings the draft into force as a version. Throws the refusal; nothing has changed then.
  package mutating func publish(version: Int, at instant: Instant) throws(TransitionRefusal<PlanRefusal>) {
    try apply(.publish)
    self.version = version
    publishedAt = instant
  }

  /// Another plan takes the place of the one in force. Throws the refusal; nothing has changed then.
  package mutating func replace() throws(TransitionRefusal<PlanRefusal>) { try apply(.replace) }

  /// Throws the draft away: it plans nothing any more. Throws the refusal; nothing has changed then.
  package mutating func discard() throws(TransitionRefusal<PlanRefusal>) {
    try apply(.discard)
    added = []
    moved = []
    cancelled = []
  }

  private mutating func apply(_ event: PlanEvent) throws(TransitionRefusal<PlanRefusal>) {
    state = try state.after(event).get()
  }
}
