package import BankumModel
import BankumStore
import JSON

/// A mandate with who is in it and what is to be looked at.
package struct MandateEntry: Sendable {
  /// The mandate.
  package let mandate: Mandate
  /// Who is represented.
  package let inmate: Inmate
  /// By which partner.
  package let partner: Partner?
  /// By whom.
  package let advocate: Advocate?
  /// Why somebody has to look at it though it is in force: `left`, or a credential that does not hold.
  package let flags: [String]
}

extension Office {
  /// Mandates, the latest first; a partner sees its own.
  /// - Parameter all: Whether ended ones are listed too.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func listMandates(
    of text: String?, partner: String?, advocate: String?, all: Bool, _ page: Page, _ scope: Scope, method: String
  ) async throws -> Listed<MandateEntry> {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let inmate = try text.map { try reading.inmate(resolving: $0, in: scope).id }
      let holder = try partner.map { try reading.partner(resolving: $0, in: scope).id } ?? scope.partner
      let person = try advocate.map { try reading.advocate(resolving: $0, in: scope).id }
      let found = try reading.all(Mandate.self).filter {
        (inmate == nil || $0.inmate == inmate) && (person == nil || $0.advocate == person)
          && (holder == nil ? scope.reach == .house : $0.partner == holder) && (all || $0.isInForce(on: today))
      }.sorted { ($1.days.first, $0.id.text) < ($0.days.first, $1.id.text) }
      let listed = try page.part(of: found) { mandate -> MandateEntry in
        let inmate = try reading.required(mandate.inmate)
        let partner = try reading.required(mandate.partner)
        let advocate = try reading.required(mandate.advocate)
        var flags = inmate.presence.isPlannable ? [] : ["left"]
        flags += partner.credentialStatus(on: today, warningDays: 0).lapsed.map(\.code)
        flags += advocate.credentialStatus(on: today, warningDays: 0).lapsed.map(\.code)
        return MandateEntry(
          mandate: mandate, inmate: inmate, partner: partner, advocate: advocate,
          flags: mandate.isInForce(on: today) ? flags : [])
      }
      reading.touch(listed.values.map(\.inmate.id))
      return listed
    }
  }

  /// Enters a power of attorney. The wall is asked before, as for every tie between a partner and somebody.
  ///
  /// A partner enters one only for somebody whom it holds or serves already: otherwise he is not found.
  /// - Throws: `OfficeError`: `notFound`; `refused` for a paralegal, a conflict, a letter that is on file; `invalid`;
  ///   `StoreError`.
  package func addMandate(
    of text: String, to advocate: String, letter: String, from day: CivilDate, caseFile: String?,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    guard day <= today else { throw OfficeError.invalid("from", day.text, .dayUntil(today)) }
    return try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      let advocate = try transaction.advocate(toChange: advocate, in: order.scope)
      let file = try caseFile.map { try transaction.caseFile(resolving: $0, in: order.scope) }
      guard advocate.kind == .advocate else { throw OfficeError.refused(.house(.paralegal)) }
      let own = try transaction.list(Filter<Mandate>.of(inmate.id))
      if let known = own.first(where: { $0.letter == letter && $0.partner == advocate.partner }) {
        throw OfficeError.refused(.house(.mandateKnown(known.id)))
      }
      guard try transaction.wall(on: today).allows(advocate.partner, for: inmate.id) else {
        throw OfficeError.refused(.house(.wall))
      }
      let made = Mandate(
        id: newID(), inmate: inmate.id, partner: advocate.partner, advocate: advocate.id, caseFile: file?.id,
        letter: letter, days: OpenDateRange(day))
      try transaction.put(made)
      transaction.audit(targets: [made.id.text, inmate.id.text, advocate.id.text])
      let lapsed = advocate.credentialStatus(on: today, warningDays: 0).lapsed
      return RegisterOutcome(made.id, findings: lapsed.map { .lapsed($0) })
    }
  }

  /// Ends a mandate. A referral about it is decided by that.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` if it has ended; `StoreError`.
  package func endMandate(
    _ id: Mandate.ID, on day: CivilDate?, _ reason: MandateEnd, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    return try await write(order) { transaction in
      guard var mandate = try transaction.find(id), order.scope.partner == nil || mandate.partner == order.scope.partner
      else { throw OfficeError.notFound("mandate", id.text) }
      if case .partner(_, let own?) = order.scope.reach, own != mandate.advocate {
        throw OfficeError.notFound("mandate", id.text)
      }
      guard mandate.days.last == nil else { throw OfficeError.refused(.house(.mandateEnded)) }
      mandate.days.last = day ?? today
      mandate.endReason = reason
      try transaction.put(mandate)
      for var entry in try transaction.list(Filter<ReviewEntry>.open)
      where entry.kind == ReviewKind.referral.code && entry.inmate == mandate.inmate {
        guard case .object(let details) = entry.details, details["mandate"] == .string(id.text) else { continue }
        entry.resolution = reason.code
        entry.resolvedBy = order.scope.uid
        try transaction.put(entry)
      }
      transaction.audit(targets: [id.text, mandate.inmate.text])
      return RegisterOutcome(id)
    }
  }
}

extension Reading {
  /// The wall as of now: cases, mandates, offers and acceptances, past meetings, reports, decisions.
  func wall(on today: CivilDate) throws -> ConflictWall {
    var ties = try all(Mandate.self).map {
      Representation(inmate: $0.inmate, partner: $0.partner, tie: $0.isInForce(on: today) ? .mandate : .past)
    }
    for request in try list(Filter<Request>.open) {
      guard let offer = request.offer else { continue }
      let isAccepted = request.state == .accepted || request.state == .scheduled
      ties.append(
        Representation(inmate: request.inmate, partner: offer.partner, tie: isAccepted ? .accepted : .offered))
    }
    for met in try contacts() {
      ties.append(Representation(inmate: met.inmate, partner: met.partner, tie: .past))
    }
    return ConflictWall(
      cases: try all(), representations: ties, reported: try all(), overrides: try all())
  }
}
