/// How a meeting ended, as somebody reports it; and what follows for the meeting and for its request.
///
/// Counsel and inmate met (held, cut short): the request is served and closed, or, when another meeting is needed,
/// accepted again with its waiting counted anew. Lost by counsel or by the house: the request looks for a place again
/// and stands higher. The inmate did not want to come: it looks for a place again; refusing counsel for good is another
/// thing, with minutes. A second report is a correction: it takes back what the first one did, as if that had never
/// been made.
package struct OutcomeReport: Hashable, Sendable {
  /// How it ended: one of the outcomes among the states of a meeting.
  package var outcome: SessionState
  /// Whether another meeting is needed; means something only if they met.
  package var needsFollowUp: Bool
  /// On whose behalf it is reported.
  package var actor: Actor

  /// A report.
  package init(_ outcome: SessionState, needsFollowUp: Bool = false, by actor: Actor) {
    self.outcome = outcome
    self.needsFollowUp = needsFollowUp
    self.actor = actor
  }

  /// The meeting and its request after the report.
  ///
  /// - `request`: the meeting's own; nil for a meeting without one, and then nil comes back.
  /// - `hasOtherMeeting`: whether another meeting of the request is published and still to come. The caller calls it off
  ///   when the request comes back closed.
  /// - `now`: the house's time; what has not begun has no outcome.
  ///
  /// A request that ended otherwise meanwhile stays as it is: what was reported is the truth about the meeting alone.
  package func applied(
    to session: Session, of request: Request?, hasOtherMeeting: Bool = false, at now: CivilTime
  ) throws(TransitionRefusal<OutcomeRefusal>) -> (session: Session, request: Request?) {
    guard let event = SessionEvent(outcome: outcome) else { throw TransitionRefusal(.notAnOutcome) }
    var session = session
    let former = session.state
    switch former.after(event, by: actor) {
    case .success(let next): session.state = next
    case .failure(let refusal): throw TransitionRefusal(OutcomeRefusal(refusal.reason))
    }
    guard session.start <= now else { throw TransitionRefusal(.sessionNotBegun) }
    guard var changed = request else { return (session, nil) }
    if former.isReported, let effect = session.effect {
      guard changed.progress == effect.after else {
        changed.lostMeetings += try lostMore(than: former, changed)
        return (session, changed)
      }
      changed.progress = effect.before
    }
    session.effect = nil
    let before = changed.progress
    if before.state.isOpen {
      changed.progress = progress(after: session, of: changed, hasOtherMeeting)
      session.effect = OutcomeEffect(before: before, after: changed.progress)
    }
    return (session, changed)
  }

  /// What a correction still mends of a request that went on since the former report: the count of lost meetings, and
  /// that only between outcomes that left it looking for a place. One that has ended needs nothing.
  private func lostMore(
    than former: SessionState, _ request: Request
  ) throws(TransitionRefusal<OutcomeRefusal>) -> Int {
    guard request.state.isOpen else { return 0 }
    guard !former.isMeeting && !outcome.isMeeting else { throw TransitionRefusal(.requestMovedOn) }
    let change = (outcome.isLostWithoutFault ? 1 : 0) - (former.isLostWithoutFault ? 1 : 0)
    return max(change, -request.lostMeetings)
  }

  /// Where an open request goes.
  private func progress(
    after session: Session, of request: Request, _ hasOtherMeeting: Bool
  ) -> RequestProgress {
    var progress = request.progress
    let isHolder = progress.offer?.partner == session.partner
    // A visit may be recorded for a request that was written down after it.
    let metOn = max(session.date, request.submittedOn)
    if outcome.isMeeting {
      progress.waitingSince = metOn
      progress.lostMeetings = 0
      guard needsFollowUp else {
        progress.state = .closed
        progress.offer = nil
        progress.closing = Closing(reason: .held, on: metOn)
        return progress
      }
      // Whoever met him for it has taken the matter; a meeting with another partner says nothing about the holder.
      guard isHolder, !hasOtherMeeting else { return progress }
      progress.state = .accepted
      if progress.offer?.answeredOn == nil { progress.offer?.events.append(.answered(metOn)) }
    } else {
      if outcome.isLostWithoutFault { progress.lostMeetings += 1 }
      if isHolder, progress.state == .scheduled, !hasOtherMeeting { progress.state = .accepted }
    }
    return progress
  }
}
