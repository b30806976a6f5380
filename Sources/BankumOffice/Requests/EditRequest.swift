package import BankumModel
package import BankumStore

extension Office {
  /// Changes what is known of an open request; where it stands stays. A partner changes no choice of partners.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused`; `StoreError`.
  @discardableResult
  package func editRequest(_ id: Request.ID, _ edit: RequestEdit, _ order: WriteOrder<Done>) async throws -> Done {
    let today = clock.today
    return try await write(order) { transaction in
      var request = try transaction.request(id, for: order.scope)
      guard edit != RequestEdit() else { throw OfficeError.invalid("request", id.text, .somethingToChange) }
      guard request.state.isOpen else { throw OfficeError.refused(.requests(.state(.requestClosed))) }
      if order.scope.partner != nil, edit.wishPartner != nil || edit.refusePartners != nil {
        throw OfficeError.refused(.requests(.state(.actorNotAllowed)))
      }
      for partner in [edit.wishPartner ?? nil].compactMap({ $0 }) + (edit.refusePartners ?? [])
      where try transaction.find(partner) == nil {
        throw OfficeError.notFound("partner", partner.text)
      }
      if let topic = edit.topic { request.topic = topic }
      if let language = edit.language { request.language = language }
      if let needs = edit.needs { request.needs = needs }
      if let proof = edit.povertyProof { request.povertyProof = proof }
      if let wish = edit.wishPartner { request.wishPartner = wish }
      if let refused = edit.refusePartners {
        request.exclusions.removeAll { $0.reason == .refusedByInmate && !refused.contains($0.partner) }
        for partner in refused where !request.excludedPartners.contains(partner) {
          request.exclude(partner, .refusedByInmate, since: today)
        }
      }
      try transaction.put(request)
      transaction.audit(targets: [id.text, request.inmate.text])
      return Done()
    }
  }
}
