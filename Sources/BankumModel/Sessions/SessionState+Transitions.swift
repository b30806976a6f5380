extension SessionState {
  /// What an event does in a state.
  package enum Outcome: Hashable, Sendable {
    /// The next state, and who may bring it about.
    case becomes(SessionState, by: Set<Actor>)
    /// Nothing: it cannot happen now, for this reason.
    case refused(SessionRefusal)
  }

  /// The table of transitions: every state with every event, nothing by default.
  package func outcome(of event: SessionEvent) -> Outcome {
    if let next = event.outcomeState { return outcome(reporting: next) }
    switch (self, event) {
    case (.draft, .publishOffer): return .becomes(.offered, by: [.registrar, .runner])
    case (.draft, .publish): return .becomes(.confirmed, by: [.registrar, .runner])
    case (.draft, .discard): return .becomes(.cancelled, by: [.registrar, .runner])
    case (.draft, .move): return .becomes(.draft, by: [.registrar, .runner])
    case (.draft, .cancel): return .becomes(.cancelled, by: [.registrar, .runner])
    case (.draft, _): return .refused(.sessionDraft)

    case (.offered, .accept): return .becomes(.confirmed, by: [.partner, .registrar])
    case (.offered, .lapse): return .becomes(.cancelled, by: [.runner, .registrar])
    case (.confirmed, .accept), (.confirmed, .lapse): return .refused(.sessionConfirmed)

    case (.offered, .decline), (.confirmed, .decline): return .becomes(.cancelled, by: [.partner, .registrar])
    case (.offered, .move): return .becomes(.offered, by: [.registrar, .runner, .partner])
    case (.confirmed, .move): return .becomes(.confirmed, by: [.registrar, .runner, .partner])
    case (.offered, .cancel), (.confirmed, .cancel): return .becomes(.cancelled, by: [.registrar, .runner, .partner])
    case (.offered, .elapse), (.confirmed, .elapse): return .becomes(.unreported, by: [.runner])
    case (.offered, _), (.confirmed, _): return .refused(.sessionNotDraft)

    case (.unreported, _), (.cancelled, _): return .refused(.sessionOver)
    case (.held, _), (.cutShort, _), (.noShowAdvocate, _), (.refusedByInmate, _), (.notBrought, _):
      return .refused(.sessionReported)
    }
  }

  /// The state after an event that the actor brings about, or why not.
  package func after(_ event: SessionEvent, by actor: Actor) -> Result<SessionState, TransitionRefusal<SessionRefusal>>
  {
    switch outcome(of: event) {
    case .becomes(let next, let actors) where actors.contains(actor): .success(next)
    // A partner's second report is not a question of rights: it learns that the outcome stands.
    case .becomes where actor == .partner && isReported: .failure(TransitionRefusal(.sessionReported))
    case .becomes: .failure(TransitionRefusal(.actorNotAllowed))
    case .refused(let reason): .failure(TransitionRefusal(reason))
    }
  }

  /// What was reported is the truth, also of a meeting nobody had accepted; a report can be corrected by the registrar.
  private func outcome(reporting next: SessionState) -> Outcome {
    switch self {
    case .draft: .refused(.sessionDraft)
    case .cancelled: .refused(.sessionOver)
    case .offered, .confirmed, .unreported: .becomes(next, by: [.registrar, .partner])
    case .held, .cutShort, .noShowAdvocate, .refusedByInmate, .notBrought: .becomes(next, by: [.registrar])
    }
  }

  /// Whether its outcome is known.
  package var isReported: Bool {
    switch self {
    case .held, .cutShort, .noShowAdvocate, .refusedByInmate, .notBrought: true
    case .draft, .offered, .confirmed, .cancelled, .unreported: false
    }
  }
}
