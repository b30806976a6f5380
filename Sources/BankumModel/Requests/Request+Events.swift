extension Request {
  /// Lets an event happen on a day, by the table of transitions: the state, the offer and its clock follow.
  ///
  /// Who holds the request afterwards is left out for no partner: exclusions are the caller's. An end takes `closing`.
  /// Throws the refusal; nothing has changed then.
  package mutating func apply(
    _ event: RequestEvent, by actor: Actor, on date: CivilDate, closing: Closing? = nil
  ) throws(TransitionRefusal<RequestRefusal>) {
    let next: RequestState
    switch state.after(event, by: actor) {
    case .success(let state): next = state
    case .failure(let refusal): throw refusal
    }
    switch event {
    case .checkComplete: offer?.events.append(.complete(date))
    case .checkIncomplete: offer?.events.append(.incomplete(date))
    case .supply: offer?.events.append(.supplied(date))
    case .accept: offer?.events.append(.answered(date))
    case .offer, .refuse, .lapse, .retract, .schedule, .unschedule, .fulfil, .followUp, .exhaust, .reopen, .withdraw,
      .refuseCounsel, .transfer, .release, .die, .reinstate, .unfulfil:
      break
    }
    if next != .incomplete { missing = nil }
    if !next.hasPartner { offer = nil }
    self.closing = next.isOpen ? nil : closing
    state = next
  }

  /// Hands the request to a partner: the event `offer`, with which the partner's clock starts.
  ///
  /// Throws the refusal; nothing has changed then.
  package mutating func offer(
    to partner: Partner.ID, at time: CivilTime, by actor: Actor
  ) throws(TransitionRefusal<RequestRefusal>) {
    try apply(.offer, by: actor, on: time.date)
    offer = Offer(partner: partner, offeredAt: time)
  }

  /// Leaves a partner out for this request, once: a later reason stands for the earlier one.
  package mutating func exclude(
    _ partner: Partner.ID, _ reason: ExclusionReason, refusal: RefusalReason? = nil, since date: CivilDate
  ) {
    exclusions.removeAll { $0.partner == partner }
    exclusions.append(PartnerExclusion(partner: partner, reason: reason, refusal: refusal, since: date))
    if reason == .refusedByInmate, wishPartner == partner { wishPartner = nil }
  }
}
