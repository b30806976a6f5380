extension RequestState {
  /// What an event does in a state.
  package enum Outcome: Hashable, Sendable {
    /// The next state, and who may bring it about.
    case becomes(RequestState, by: Set<Actor>)
    /// Nothing: it cannot happen now, for this reason.
    case refused(RequestRefusal)
  }

  /// The table of transitions: every state with every event, nothing by default.
  package func outcome(of event: RequestEvent) -> Outcome {
    isOpen ? outcomeWhileOpen(of: event) : outcomeAfterEnd(of: event)
  }

  /// The state after an event that the actor brings about, or why not.
  package func after(_ event: RequestEvent, by actor: Actor) -> Result<RequestState, TransitionRefusal<RequestRefusal>>
  {
    switch outcome(of: event) {
    case .becomes(let next, let actors) where actors.contains(actor): .success(next)
    case .becomes: .failure(TransitionRefusal(.actorNotAllowed))
    case .refused(let reason): .failure(TransitionRefusal(reason))
    }
  }

  private func outcomeAfterEnd(of event: RequestEvent) -> Outcome {
    // A served request stays served, unless nobody was served: who needs more files a new one, and the count of
    // meetings stays true.
    let revival: RequestEvent = self == .closed ? .unfulfil : .reinstate
    return event == revival ? .becomes(.submitted, by: [.registrar]) : .refused(.requestClosed)
  }

  private func outcomeWhileOpen(of event: RequestEvent) -> Outcome {
    switch (self, event) {
    // The offer and its check.
    case (.submitted, .offer), (.noEligiblePartner, .offer): .becomes(.offered, by: [.registrar, .runner])
    case (_, .offer): .refused(.requestAlreadyOffered)
    case (.offered, .checkComplete): .becomes(.offered, by: [.partner, .registrar])
    case (.incomplete, .checkComplete): .becomes(.offered, by: [.partner, .registrar])
    case (.offered, .checkIncomplete): .becomes(.incomplete, by: [.partner, .registrar])
    case (.incomplete, .checkIncomplete): .becomes(.incomplete, by: [.partner, .registrar])
    case (.accepted, .checkComplete), (.accepted, .checkIncomplete), (.scheduled, .checkComplete),
      (.scheduled, .checkIncomplete):
      .refused(.requestAlreadyAccepted)
    case (_, .checkComplete), (_, .checkIncomplete): .refused(.requestNotOffered)
    case (.incomplete, .supply): .becomes(.offered, by: [.registrar, .partner])
    case (_, .supply): .refused(.requestNotIncomplete)

    // The answer.
    case (.offered, .accept): .becomes(.accepted, by: [.partner, .registrar])
    // A partner may take a matter without waiting for the papers: a missing proof delays nothing.
    case (.incomplete, .accept): .becomes(.accepted, by: [.partner, .registrar])
    case (.accepted, .accept), (.scheduled, .accept): .refused(.requestAlreadyAccepted)
    case (_, .accept): .refused(.requestNotOffered)
    case (.offered, .refuse), (.incomplete, .refuse), (.accepted, .refuse), (.scheduled, .refuse):
      .becomes(.submitted, by: [.partner, .registrar])
    case (_, .refuse): .refused(.requestNotOffered)
    case (.offered, .lapse): .becomes(.submitted, by: [.runner, .registrar])
    case (.incomplete, .lapse): .refused(.requestIncomplete)
    case (.accepted, .lapse), (.scheduled, .lapse): .refused(.requestAlreadyAccepted)
    case (_, .lapse): .refused(.requestNotOffered)
    case (.offered, .retract), (.incomplete, .retract), (.accepted, .retract), (.scheduled, .retract):
      .becomes(.submitted, by: [.registrar, .runner])
    case (_, .retract): .refused(.requestNotOffered)

    // The meeting.
    case (.accepted, .schedule): .becomes(.scheduled, by: [.registrar, .runner, .partner])
    case (.scheduled, .schedule): .refused(.requestAlreadyScheduled)
    case (_, .schedule): .refused(.requestNotAccepted)
    case (.scheduled, .unschedule): .becomes(.accepted, by: [.registrar, .runner, .partner])
    case (_, .unschedule): .refused(.requestNotScheduled)
    // A walk-in can serve a request that never was scheduled.
    case (_, .fulfil): .becomes(.closed, by: [.registrar, .partner, .runner])
    case (.offered, .followUp), (.incomplete, .followUp), (.accepted, .followUp), (.scheduled, .followUp):
      .becomes(.accepted, by: [.registrar, .partner])
    case (_, .followUp): .becomes(.submitted, by: [.registrar])

    // Nobody left, and somebody again.
    case (.submitted, .exhaust): .becomes(.noEligiblePartner, by: [.registrar, .runner])
    case (.noEligiblePartner, .exhaust): .becomes(.noEligiblePartner, by: [.registrar, .runner])
    case (_, .exhaust): .refused(.requestAlreadyOffered)
    case (.noEligiblePartner, .reopen): .becomes(.submitted, by: [.registrar, .runner])
    case (_, .reopen): .refused(.requestHasPartners)

    // Ends.
    case (_, .withdraw), (_, .refuseCounsel): .becomes(.withdrawn, by: [.registrar])
    case (_, .transfer): .becomes(.transferred, by: [.registrar])
    case (_, .release): .becomes(.released, by: [.registrar])
    case (_, .die): .becomes(.deceased, by: [.registrar])
    case (_, .reinstate), (_, .unfulfil): .refused(.requestOpen)
    }
  }
}
