extension EducationState {
  /// What a step does in a state.
  package enum Outcome: Hashable, Sendable {
    /// The next state, and who may bring it about.
    case becomes(EducationState, by: Set<Actor>)
    /// Nothing: it cannot happen now, for this reason.
    case refused(EducationRefusal)
  }

  /// The table of transitions: every state with every step, nothing by default.
  package func outcome(of step: EducationStep) -> Outcome {
    switch (self, step) {
    case (.proposed, .confirm): .becomes(.confirmed, by: [.registrar])
    case (.proposed, .hold): .refused(.educationProposed)
    case (.confirmed, .confirm): .refused(.educationConfirmed)
    case (.confirmed, .hold): .becomes(.held, by: [.registrar, .partner])
    case (.proposed, .cancel), (.confirmed, .cancel): .becomes(.cancelled, by: [.registrar, .partner])
    case (.held, .hold): .becomes(.held, by: [.registrar])
    case (.held, .confirm), (.held, .cancel): .refused(.educationHeld)
    case (.cancelled, .confirm), (.cancelled, .cancel), (.cancelled, .hold): .refused(.educationCancelled)
    }
  }

  /// The state after a step that the actor brings about, or why not.
  package func after(
    _ step: EducationStep, by actor: Actor
  ) -> Result<EducationState, TransitionRefusal<EducationRefusal>> {
    switch outcome(of: step) {
    case .becomes(let next, let actors) where actors.contains(actor): .success(next)
    case .becomes: .failure(TransitionRefusal(.actorNotAllowed))
    case .refused(let reason): .failure(TransitionRefusal(reason))
    }
  }
}

extension EducationEvent {
  /// Lets a step happen to the event, by the table of transitions. Throws the refusal; nothing has changed then.
  package mutating func apply(
    _ step: EducationStep, by actor: Actor
  ) throws(TransitionRefusal<EducationRefusal>) {
    switch state.after(step, by: actor) {
    case .success(let next): state = next
    case .failure(let refusal): throw refusal
    }
  }
}
