package import BankumModel
import BankumStore

/// An organisation with what its credentials say today.
package struct PartnerEntry: Sendable {
  /// The organisation.
  package let partner: Partner
  /// Whether its credentials hold.
  package let credentialStatus: CredentialStatus
  /// How many people work for it today.
  package let people: Int
}

/// What somebody wants changed of an organisation; what is nil or `keep` stays.
package struct PartnerEdit: Sendable, Equatable {
  /// The full name.
  package var name: String?
  /// What lists print.
  package var shortName: String?
  /// The agreement's first day.
  package var agreementFrom: CivilDate?
  /// Its last day.
  package var agreementTo = Edit<CivilDate>.keep
  /// The class.
  package var accreditationClass: AccreditationClass?
  /// The accreditation's first day.
  package var accreditationFrom: CivilDate?
  /// Its last day.
  package var accreditationTo = Edit<CivilDate>.keep
  /// The load it can carry.
  package var capacity: Int?
  /// Its share in thousandths.
  package var share: Int?
  /// The most meetings of a horizon.
  package var quota = Edit<Int>.keep

  /// Nothing.
  package init() {}
}

extension Office {
  /// The organisations, by short name; a partner sees itself.
  /// - Throws: `OfficeError.notFound`; `StoreError`; `ModelError`.
  package func listPartners(_ text: String?, _ scope: Scope, method: String) async throws -> [PartnerEntry] {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let found: [Partner]
      if let text {
        found = [try reading.partner(resolving: text, in: scope)]
      } else {
        found = try reading.all(Partner.self).filter {
          scope.partner == nil ? scope.reach == .house : $0.id == scope.partner
        }
      }
      let days = try reading.rules().integer(.lapseWarningDays, on: today)
      let people = Dictionary(
        grouping: try reading.all(Advocate.self).filter { $0.employment.contains(today) }, by: \.partner)
      return found.sorted { $0.shortName < $1.shortName }.map {
        PartnerEntry(
          partner: $0, credentialStatus: $0.credentialStatus(on: today, warningDays: days),
          people: people[$0.id]?.count ?? 0)
      }
    }
  }

  /// Changes what the register says of an organisation.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` if another has the short name; `StoreError`.
  package func setPartner(_ text: String, _ edit: PartnerEdit, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    guard edit != PartnerEdit() else { throw OfficeError.invalid("partner", text, .somethingToChange) }
    return try await write(order) { transaction in
      var partner = try transaction.partner(resolving: text, in: order.scope)
      if let name = edit.shortName, name.lowercased() != partner.shortName.lowercased(),
        try transaction.all(Partner.self).contains(where: { $0.shortName.lowercased() == name.lowercased() })
      {
        throw OfficeError.refused(.house(.nameTaken(name)))
      }
      partner.name = edit.name ?? partner.name
      partner.shortName = edit.shortName ?? partner.shortName
      partner.agreement.first = edit.agreementFrom ?? partner.agreement.first
      partner.agreement.last = edit.agreementTo.applied(to: partner.agreement.last)
      partner.accreditationClass = edit.accreditationClass ?? partner.accreditationClass
      partner.accreditation.first = edit.accreditationFrom ?? partner.accreditation.first
      partner.accreditation.last = edit.accreditationTo.applied(to: partner.accreditation.last)
      partner.capacity = edit.capacity ?? partner.capacity
      partner.sharePerMille = edit.share ?? partner.sharePerMille
      partner.quota = edit.quota.applied(to: partner.quota)
      try transaction.put(partner)
      transaction.audit(targets: [partner.id.text])
      return RegisterOutcome(partner.id)
    }
  }
}
