package import BankumModel
import BankumStore

extension Office {
  /// Files a request. A partner files for its own clients, and chooses nobody but itself.
  /// - Throws: `OfficeError`: `notFound`, `invalid` with every problem, `refused` for an open request of the same kind
  ///   or somebody who has left; `StoreError`.
  package func addRequest(_ new: NewRequest, _ order: WriteOrder<Request.ID>) async throws -> Request.ID {
    let today = clock.today
    return try await write(order) { transaction in
      let scope = order.scope
      let inmate = try transaction.inmate(named: new.inmate, for: scope)
      guard inmate.presence.isPlannable else { throw OfficeError.refused(.requests(.inmateGone)) }
      let problems = try Self.problems(of: new, today, scope, transaction)
      guard problems.isEmpty else { throw OfficeError.invalid(problems) }
      let open = try transaction.list(Filter<Request>.of(inmate.id)).first {
        try $0.state.isOpen && $0.service == new.service && transaction.isWithinReach($0, of: scope)
      }
      if let open, !new.isAgain { throw OfficeError.refused(.requests(.duplicate(open.id))) }
      let filedOn = new.submittedOn ?? today
      let request = Request(
        id: newID(), inmate: inmate.id, service: new.service, submittedOn: filedOn, channel: new.channel,
        topic: new.topic, wishPartner: new.wishPartner,
        exclusions: new.refusePartners.map {
          PartnerExclusion(partner: $0, reason: .refusedByInmate, since: filedOn)
        }, language: new.language, needs: new.needs, povertyProof: new.povertyProof)
      try transaction.put(request)
      transaction.audit(targets: [request.id.text, inmate.id.text])
      return request.id
    }
  }

  private static func problems(
    of new: NewRequest, _ today: CivilDate, _ scope: Scope, _ transaction: Transaction
  ) throws -> [OfficeProblem] {
    var found: [OfficeProblem] = []
    func add(_ place: String, _ value: String, _ expected: Expectation) {
      found.append(OfficeProblem(place: place, value: value, expected: expected))
    }
    if let date = new.submittedOn, date > today { add("submittedOn", date.text, .dayUntil(today)) }
    func check(_ partner: Partner.ID, _ place: String) throws {
      let isKnown = try transaction.find(partner) != nil
      // A partner chooses and refuses for nobody; of others it learns nothing, not even that they are there.
      if !isKnown || scope.partner ?? partner != partner { add(place, partner.text, .unknownName) }
    }
    if let wish = new.wishPartner { try check(wish, "wishPartner") }
    for (index, partner) in new.refusePartners.enumerated() { try check(partner, "refusePartners[\(index)]") }
    if let wish = new.wishPartner, new.refusePartners.contains(wish) { add("refusePartners", wish.text, .absent) }
    if Set(new.refusePartners).count != new.refusePartners.count {
      add("refusePartners", "\(new.refusePartners.count)", .severalMeant)
    }
    return found
  }
}

extension Reading {
  /// The inmate whom a text names: by id, or by a register number that he has or had. A partner reaches its clients.
  /// - Throws: `OfficeError`: `invalid` for a text that is neither, or with the ids of all who had the number;
  ///   `notFound` for nobody.
  func inmate(named text: String, for scope: Scope) throws -> Inmate {
    let clients = try scope.partner.map { Set(try list(Filter<Inmate>.clients(of: $0)).map(\.id)) }
    func isReached(_ inmate: Inmate) -> Bool { clients?.contains(inmate.id) ?? true }
    if let id = try? Inmate.ID(parsing: text) {
      guard let inmate = try find(id), isReached(inmate) else { throw OfficeError.notFound("inmate", text) }
      return inmate
    }
    guard let number = try? RegisterNumber(parsing: text) else {
      throw OfficeError.invalid("inmate", text, .unknownInmate)
    }
    let found = try inmates(numbered: number).filter(isReached)
    guard let inmate = found.first else { throw OfficeError.notFound("inmate", text) }
    guard found.count == 1 else {
      throw OfficeError.invalid("inmate", text, .oneOf(found.map(\.id.text).sorted()))
    }
    return inmate
  }
}
