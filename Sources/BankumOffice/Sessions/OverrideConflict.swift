package import BankumModel
import BankumPlanning
package import BankumStore
import JSON

extension Office {
  /// Asks that a partner may serve the inmate of a request in spite of the wall. A second person decides.
  /// - Throws: `OfficeError`: `notFound`, `invalid` without a reason, `refused` when the wall does not forbid it;
  ///   `StoreError`.
  package func overrideConflict(
    of request: Request.ID, with partner: Partner.ID, reason: String, _ order: WriteOrder<ReviewEntry.ID>
  ) async throws -> ReviewEntry.ID {
    guard reason.utf8.contains(where: { $0 != 0x20 }) else { throw OfficeError.invalid("reason", reason, .given) }
    if let expected = FreeText.reason.expectation(reason) {
      throw OfficeError.invalid("reason", nil, .described(expected))
    }
    let now = clock.civilNow
    return try await write(order) { transaction in
      guard let found = try transaction.find(request) else { throw OfficeError.notFound("request", request.text) }
      guard try transaction.find(partner) != nil else { throw OfficeError.notFound("partner", partner.text) }
      let rules = try transaction.rules(at: now).conflicts(of: request, with: partner).map(\.rule)
      guard !rules.isEmpty else { throw OfficeError.refused(.sessions(.nothingForbidden)) }
      let wish = OverrideWish(
        .serve(found.inmate, partner), rules: Set(rules), reason: reason, askedBy: order.scope.uid)
      transaction.audit(targets: [request.text, found.inmate.text, partner.text])
      return try ask(wish, about: found.inmate, transaction)
    }
  }

  /// Puts a wish on the review list; one that waits there already is not put there twice.
  func ask(_ wish: OverrideWish, about inmate: Inmate.ID, _ transaction: Transaction) throws -> ReviewEntry.ID {
    let waiting = try transaction.list(Filter<ReviewEntry>.open).first { OverrideWish($0) == wish }
    if let waiting { return waiting.id }
    let entry = ReviewEntry(
      id: newID(), kind: OverrideWish.kind, inmate: inmate, madeAt: transaction.now, detailsText: wish.details.text())
    try transaction.put(entry)
    return entry.id
  }

  /// What the second person decided about an override of the review list: agreed to, it is done now if nothing else
  /// forbids it; otherwise nothing is done. The entry itself is for the caller to close.
  /// - Throws: `OfficeError`: `notFound` for another kind of entry, `refused` for whoever asked, or when other rules
  ///   forbid it by now; `StoreError`.
  package func settleOverride(
    _ entry: ReviewEntry, isAgreed: Bool, by scope: Scope, _ transaction: Transaction
  ) throws {
    guard let wish = OverrideWish(entry) else { throw OfficeError.notFound("review", entry.id.text) }
    guard wish.askedBy != scope.uid else { throw OfficeError.refused(.sessions(.secondPerson)) }
    guard isAgreed else { return }
    switch wish.deed {
    case .move(let id, let placement, let reason): try settle(wish, id, placement, reason, transaction)
    case .serve(let inmate, let partner): try settle(wish, inmate, partner, by: scope, transaction)
    }
  }

  private func settle(
    _ wish: OverrideWish, _ id: Session.ID, _ placement: Placement, _ reason: ChangeReason?,
    _ transaction: Transaction
  ) throws {
    let now = clock.civilNow
    guard let session = try transaction.find(id) else { throw OfficeError.notFound("session", id.text) }
    if case .failure(let refusal) = session.state.after(.move, by: .registrar) {
      throw OfficeError.refused(.sessions(.state(refusal.reason)))
    }
    guard session.start > now else { throw OfficeError.refused(.sessions(.begun)) }
    let check = try transaction.rules(at: now)
    let breaches = check.breaches(placement, ignoring: [id])
    let others = breaches.filter { !wish.rules.contains($0.rule) }
    guard others.isEmpty else { throw OfficeError.refused(.sessions(.rules(others))) }
    _ = try put(session, placement, reason, Set(breaches.map(\.rule)), check, transaction)
  }

  private func settle(
    _ wish: OverrideWish, _ inmate: Inmate.ID, _ partner: Partner.ID, by scope: Scope, _ transaction: Transaction
  ) throws {
    try transaction.put(
      ConflictOverride(
        inmate: inmate, partner: partner, reason: wish.reason, askedBy: "\(wish.askedBy)",
        confirmedBy: "\(scope.uid)"))
    for var request in try transaction.list(Filter<Request>.of(inmate)) where request.state.isOpen {
      let before = request
      request.exclusions.removeAll { $0.partner == partner && $0.reason == .conflict }
      if request.state == .noEligiblePartner {
        try request.apply(.reopen, by: .registrar, on: clock.today)
      }
      if request != before { try transaction.put(request) }
    }
  }
}
