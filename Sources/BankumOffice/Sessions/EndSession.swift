package import BankumModel
package import BankumStore

extension Office {
  /// Writes down how a meeting ended; the registrar also corrects what was reported.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func endSession(
    _ id: Session.ID, _ outcome: SessionState, needsFollowUp: Bool, _ order: WriteOrder<SessionAnswer>
  ) async throws -> SessionAnswer {
    let now = clock.civilNow
    return try await write(order) { transaction in
      let session = try transaction.session(id, for: order.scope)
      let report = OutcomeReport(outcome, needsFollowUp: needsFollowUp, by: order.scope.actor)
      let (ended, request) = try apply(report, to: session, now, transaction)
      transaction.audit(targets: [id.text, session.inmate.text])
      return SessionAnswer(ended, request)
    }
  }

  /// Applies a report to a meeting and its request and writes both. A request that is served needs its other meetings
  /// no more: they are called off, and their partner is told.
  /// - Throws: `OfficeError.refused`; `StoreError`.
  package func apply(
    _ report: OutcomeReport, to session: Session, _ now: CivilTime, _ transaction: Transaction
  ) throws -> (session: Session, request: Request?) {
    let request = try transaction.required(ifSet: session.request)
    let others = try request.map { request in
      try transaction.list(Filter<Session>.request(request.id)).filter { $0.id != session.id && $0.state.isPublished }
    }
    let after: (session: Session, request: Request?)
    do throws(TransitionRefusal<OutcomeRefusal>) {
      after = try report.applied(
        to: session, of: request, hasOtherMeeting: !(others ?? []).isEmpty, at: now)
    } catch {
      throw OfficeError.refused(.sessions(.outcome(error.reason)))
    }
    try transaction.put(after.session)
    if let request = after.request {
      if request.state == .closed { for other in others ?? [] { try callOff(other, .requestEnded, transaction) } }
      try transaction.put(request)
    }
    return after
  }
}
