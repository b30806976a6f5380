package import BankumModel
package import BankumStore

extension Office {
  /// Somebody has not left: the departure was a mistake. He is here again; the requests that ended with it wait again,
  /// mandates that ended with it are in force again, and referrals that nobody decided are withdrawn.
  ///
  /// Meetings that were called off stay so: the next run places him.
  /// - Returns: the requests that wait again.
  /// - Throws: `OfficeError.refused` if he is here; `StoreError`.
  @discardableResult
  package func reinstate(_ inmate: Inmate, _ transaction: Transaction) throws -> [Request.ID] {
    guard !inmate.presence.isPlannable else { throw OfficeError.refused(.people(.isHere)) }
    var back = inmate
    back.presence = .present
    back.departedOn = nil
    try transaction.put(back)
    // What ended at an earlier departure, from which he came back another way, stays ended.
    let day = inmate.departedOn ?? .latest
    var requests: [Request.ID] = []
    for var request in try transaction.list(Filter<Request>.of(inmate.id)) {
      guard let closing = request.closing, closing.on >= day, Departure.ended(request) else { continue }
      try request.apply(.reinstate, by: .registrar, on: clock.today)
      try transaction.put(request)
      requests.append(request.id)
    }
    for var mandate in try transaction.list(Filter<Mandate>.of(inmate.id))
    where mandate.endReason == .deceased && mandate.days.last == day {
      mandate.days.last = nil
      mandate.endReason = nil
      try transaction.put(mandate)
    }
    for var entry in try transaction.list(Filter<ReviewEntry>.open)
    where entry.kind == ReviewKind.referral.code && entry.inmate == inmate.id {
      entry.resolution = "reinstated"
      entry.resolvedBy = transaction.call.uid
      try transaction.put(entry)
    }
    return requests
  }
}

extension Departure {
  /// Whether a request ended because somebody left.
  fileprivate static func ended(_ request: Request) -> Bool {
    switch request.state {
    case .transferred, .released, .deceased: true
    case .submitted, .incomplete, .offered, .accepted, .scheduled, .closed, .withdrawn, .noEligiblePartner: false
    }
  }
}
