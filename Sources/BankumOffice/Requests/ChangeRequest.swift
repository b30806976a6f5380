package import BankumModel
import BankumStore

extension Office {
  /// Does something with a request: by the table of transitions, with what follows for its meetings. A partner does so
  /// with what it holds.
  ///
  /// Accepting confirms the offered meeting; refusing and ending call meetings off, tell whoever had been told of them
  /// and leave the place to the next run. A conflict that a partner reports writes the wall.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` with the rule of the transition; `StoreError`.
  package func changeRequest(
    _ id: Request.ID, _ verb: RequestVerb, _ order: WriteOrder<RequestAnswer>
  ) async throws -> RequestAnswer {
    try Self.check(verb)
    let now = clock.civilNow
    return try await write(order) { transaction in
      let request = try transaction.request(id, for: order.scope)
      if let partner = order.scope.partner, request.state.isOpen, request.offer?.partner != partner {
        throw OfficeError.refused(.requests(.state(.requestNotOffered)))
      }
      let change = RequestChange(request, office: self, now: now, transaction)
      let answer: RequestAnswer
      do {
        answer = try change.answer(to: verb, by: order.scope.partner == nil ? .registrar : .partner)
      } catch let error as TransitionRefusal<RequestRefusal> {
        throw OfficeError.refused(.requests(.state(error.reason)))
      }
      transaction.audit(targets: [id.text, request.inmate.text])
      return answer
    }
  }

  private static func check(_ verb: RequestVerb) throws(OfficeError) {
    switch verb {
    case .check(let missing?): if missing.isEmpty { throw .invalid("missing", missing, .given) }
    case .refuseCounsel(let record): if record.isEmpty { throw .invalid("minutes", record, .given) }
    case .check(missing: nil), .supply, .accept, .refuse, .refusePartner, .withdraw: break
    }
  }
}
