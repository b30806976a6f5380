package import BankumModel
import BankumStore

/// Somebody who gives legal aid, with what his credentials say today.
package struct AdvocateEntry: Sendable {
  /// Who.
  package let advocate: Advocate
  /// For whom.
  package let partner: Partner?
  /// Whether his credentials hold.
  package let credentialStatus: CredentialStatus
  /// His hours that hold today or later.
  package let hours: [Availability]
  /// Whether some of them were not confirmed for longer than the rule allows.
  package let isStale: Bool
}

/// What somebody wants changed; what is nil or `keep` stays.
package struct AdvocateEdit: Sendable, Equatable {
  /// The name.
  package var name: String?
  /// Advocate or paralegal.
  package var kind: AdvocateKind?
  /// The sex.
  package var sex: Sex?
  /// What he knows well, all of it.
  package var skills: [Skill]?
  /// What he speaks, all of it.
  package var languages: [LanguageCode]?
  /// The number of licence or certificate.
  package var licenceNumber = Edit<String>.keep
  /// Its first day.
  package var licenceFrom: CivilDate?
  /// Its last day.
  package var licenceTo = Edit<CivilDate>.keep
  /// The first day of his work for the partner.
  package var employmentFrom: CivilDate?
  /// The most meetings on a day.
  package var dailyCap: Int?
  /// The most meetings in a week.
  package var weeklyCap: Int?

  /// Nothing.
  package init() {}

  func applied(to before: Advocate) -> Advocate {
    var advocate = before
    advocate.name = name ?? advocate.name
    advocate.kind = kind ?? advocate.kind
    advocate.sex = sex ?? advocate.sex
    if let skills { advocate.skills = Set(skills) }
    if let languages { advocate.languages = Set(languages) }
    advocate.licenceNumber = licenceNumber.applied(to: advocate.licenceNumber)
    advocate.licence.first = licenceFrom ?? advocate.licence.first
    advocate.licence.last = licenceTo.applied(to: advocate.licence.last)
    advocate.employment.first = employmentFrom ?? advocate.employment.first
    advocate.dailyCap = dailyCap ?? advocate.dailyCap
    advocate.weeklyCap = weeklyCap ?? advocate.weeklyCap
    return advocate
  }
}

extension Office {
  /// Advocates and paralegals, by name; a partner sees its own.
  /// - Parameter all: Whether those are listed too who do not work for their partner any more.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`; `ModelError`.
  package func listAdvocates(
    _ text: String?, of partner: String?, all: Bool, _ scope: Scope, method: String
  ) async throws -> [AdvocateEntry] {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let partners = Dictionary(
        try reading.all(Partner.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let found: [Advocate]
      if let text {
        found = [try reading.advocate(resolving: text, in: scope)]
      } else {
        let wanted = try partner.map { try reading.partner(resolving: $0, in: scope).id } ?? scope.partner
        found = try reading.all(Advocate.self).filter {
          (wanted == nil ? scope.reach == .house : $0.partner == wanted)
            && (all || ($0.employment.last ?? .latest) >= today)
        }
      }
      let rules = try reading.rules()
      let warning = try rules.integer(.lapseWarningDays, on: today)
      let fresh = try rules.integer(.availabilityFreshDays, on: today)
      return try found.sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }.map { advocate in
        let hours = try reading.list(Filter<Availability>.of(advocate.id)).filter {
          ($0.days.last ?? .latest) >= today
        }
        return AdvocateEntry(
          advocate: advocate, partner: partners[advocate.partner],
          credentialStatus: advocate.credentialStatus(on: today, warningDays: warning), hours: hours,
          isStale: hours.contains { $0.isStale(on: today, freshDays: fresh) })
      }
    }
  }

  /// Enters somebody who gives legal aid for a partner.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` if the partner has one of this name; `StoreError`.
  package func addAdvocate(
    for partner: String?, _ edit: AdvocateEdit, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    return try await write(order) { transaction in
      guard let named = partner ?? order.scope.partner?.text else { throw OfficeError.invalid("partner", nil, .given) }
      let partner = try transaction.partner(resolving: named, in: order.scope)
      let name = NameKey(edit.name ?? "")
      guard !(try transaction.list(Filter<Advocate>.of(partner.id)).contains { NameKey($0.name) == name }) else {
        throw OfficeError.refused(.house(.nameTaken(edit.name ?? "")))
      }
      let blank = Advocate(
        id: newID(), partner: partner.id, name: "", kind: .advocate, sex: .male, licence: OpenDateRange(today),
        employment: OpenDateRange(today))
      let advocate = edit.applied(to: blank)
      try transaction.put(advocate)
      transaction.audit(targets: [advocate.id.text])
      return RegisterOutcome(advocate.id)
    }
  }

  /// Changes what the register says of him.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func setAdvocate(_ text: String, _ edit: AdvocateEdit, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    guard edit != AdvocateEdit() else { throw OfficeError.invalid("advocate", text, .somethingToChange) }
    return try await changeAdvocate(text, order) { advocate, _ in
      advocate = edit.applied(to: advocate)
      return RegisterOutcome(advocate.id)
    }
  }

  /// Says until when he works for his partner. Later meetings are told: they need somebody else. His mandates stay and
  /// are flagged.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` if that has ended already; `StoreError`.
  package func endAdvocate(_ text: String, on day: CivilDate?, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let now = clock.civilNow
    return try await changeAdvocate(text, order) { advocate, transaction in
      if let last = advocate.employment.last, last < now.date {
        throw OfficeError.refused(.house(.employmentEnded))
      }
      let day = day ?? now.date
      advocate.employment.last = day
      let later = OpenDateRange(day.adding(days: 1))
      return RegisterOutcome(
        advocate.id, meetings: try transaction.comingMeetings(of: advocate.id, on: later, after: now))
    }
  }

  /// Says that he cannot come on these days, whatever his hours say.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func setAbsent(_ text: String?, _ days: DateRange, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let now = clock.civilNow
    return try await changeAdvocate(text, order) { advocate, transaction in
      if !advocate.absences.contains(days) {
        advocate.absences = (advocate.absences + [days]).sorted { ($0.first, $0.last) < ($1.first, $1.last) }
      }
      let open = OpenDateRange(days.first, days.last)
      return RegisterOutcome(
        advocate.id, meetings: try transaction.comingMeetings(of: advocate.id, on: open, after: now))
    }
  }

  private func changeAdvocate(
    _ text: String?, _ order: WriteOrder<RegisterOutcome>,
    _ change: @escaping @Sendable (inout Advocate, Transaction) throws -> RegisterOutcome
  ) async throws -> RegisterOutcome {
    try await write(order) { transaction in
      var advocate = try transaction.advocate(toChange: text, in: order.scope)
      let answer = try change(&advocate, transaction)
      try transaction.put(advocate)
      transaction.audit(targets: [advocate.id.text])
      return answer
    }
  }
}
