package import BankumModel
import BankumStore

extension Office {
  /// Keeps runs from moving a meeting, or lets them again. Asked again it stays as it is. One that the rules forbid by
  /// now is not kept where it is.
  /// - Throws: `OfficeError`: `notFound`, `refused` for one that is not to come any more or breaks rules; `StoreError`.
  package func pinSession(_ id: Session.ID, isPinned: Bool, _ order: WriteOrder<SessionAnswer>) async throws
    -> SessionAnswer
  {
    let now = clock.civilNow
    return try await write(order) { transaction in
      var session = try transaction.session(id, for: order.scope)
      guard session.state.isPublished else {
        throw OfficeError.refused(.sessions(.state(session.state == .draft ? .sessionDraft : .sessionOver)))
      }
      if session.isPinned != isPinned {
        if isPinned { try transaction.checkRules(of: session, at: now) }
        session.isPinned = isPinned
        try transaction.put(session)
      }
      transaction.audit(targets: [id.text, session.inmate.text])
      return SessionAnswer(session)
    }
  }
}
