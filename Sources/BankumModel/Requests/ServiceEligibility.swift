/// Who may give which service, and with which credentials.
package enum ServiceEligibility {
  /// Why a meeting of this service by this person is not lawful. The codes are rule ids.
  package enum Refusal: String, Coded {
    /// Representation is for advocates; paralegals give consultation and education.
    case paralegalNoAssistance
    /// Assistance beyond the first meeting needs a power of attorney.
    case mandateMissing
    /// The mandate is another partner's.
    case mandateOfOtherPartner
  }

  /// Everything against it; empty if it is allowed.
  ///
  /// - `isFirstMeeting`: the first visit goes on the house's letter of referral, because the power of attorney is
  ///   signed at it.
  /// - `mandates`: those of the inmate, in any order; those not in force on the day do not count.
  ///
  /// A paralegal may not even hold the first meeting of an assistance: the power of attorney is given to an advocate.
  package static func refusals(
    service: Service, kind: AdvocateKind, partner: Partner.ID, isFirstMeeting: Bool, mandates: [Mandate],
    on date: CivilDate
  ) -> [Refusal] {
    var found: [Refusal] = []
    if !kind.mayServe(service) { found.append(.paralegalNoAssistance) }
    guard service == .assistance else { return found }
    let inForce = mandates.filter { $0.isInForce(on: date) }
    if inForce.isEmpty {
      if !isFirstMeeting { found.append(.mandateMissing) }
    } else if !inForce.contains(where: { $0.partner == partner }) {
      found.append(.mandateOfOtherPartner)
    }
    return found
  }
}
