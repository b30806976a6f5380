package import BankumModel
import BankumStore

extension Office {
  /// Calls a meeting off before it begins. Its request looks for another place; a partner that holds the offer keeps it.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func cancelSession(
    _ id: Session.ID, _ reason: ChangeReason, _ order: WriteOrder<SessionAnswer>
  ) async throws -> SessionAnswer {
    let now = clock.civilNow
    return try await write(order) { transaction in
      let session = try transaction.session(id, for: order.scope)
      if case .failure(let refusal) = session.state.after(.cancel, by: order.scope.actor) {
        throw OfficeError.refused(.sessions(.state(refusal.reason)))
      }
      guard session.state == .draft || session.start > now else { throw OfficeError.refused(.sessions(.begun)) }
      let wasPublished = session.state.isPublished
      let cancelled = try callOff(session, reason, transaction)
      let request = try transaction.required(ifSet: session.request)
      if var request, wasPublished, request.state == .scheduled {
        try request.apply(.unschedule, by: order.scope.actor, on: now.date)
        try transaction.put(request)
        transaction.audit(targets: [id.text, session.inmate.text])
        return SessionAnswer(cancelled, request)
      }
      transaction.audit(targets: [id.text, session.inmate.text])
      return SessionAnswer(cancelled, request)
    }
  }

  /// Writes that a meeting is called off, and tells its partner if it had been told of it. The request is the caller's.
  @discardableResult
  func callOff(_ session: Session, _ reason: ChangeReason, _ transaction: Transaction) throws -> Session {
    var cancelled = session
    try cancelled.apply(.cancel, by: .registrar)
    cancelled.changeReason = reason
    try transaction.put(cancelled)
    if session.state.isPublished { try tell(.cancelled, cancelled, nil, transaction) }
    return cancelled
  }
}
