package import BankumModel

/// A credential without which somebody may not serve: it has lapsed, or will within the days of the warning; and what hangs
/// on it.
///
/// A lapse stops new offers by the rule set. Mandates go on, flagged; meetings after the last day are for the
/// registrar to review.
package struct Lapse: Hashable, Sendable {
  /// Whose.
  package let partner: Partner.ID
  /// Whose own, if it is no credential of the partner itself.
  package let advocate: Advocate.ID?
  /// Which credential.
  package let credential: CredentialStatus.Credential
  /// The last day on which it holds; nil: it has not begun to.
  package let last: CivilDate?
  /// Whether it does not hold today.
  package let isLapsed: Bool
  /// Mandates in force that rest on it, in the order of the facts.
  package let mandates: [Mandate.ID]
  /// Published meetings after its last day, in the order of the facts.
  package let sessions: [Session.ID]
}

extension FactIndex {
  /// Every credential that has lapsed or will soon, partners first, in the order of the facts.
  package var lapses: [Lapse] {
    let today = facts.today
    var found: [Lapse] = []
    func add(
      _ status: CredentialStatus, _ partner: Partner.ID, _ advocate: Advocate.ID?,
      _ last: (CredentialStatus.Credential) -> CivilDate?
    ) {
      for credential in status.lapsed + CredentialStatus.Credential.allCases.filter({ status.lapsing[$0] != nil }) {
        let end = last(credential)
        func isConcerned(_ other: Partner.ID, _ person: Advocate.ID) -> Bool {
          advocate.map { $0 == person } ?? (partner == other)
        }
        found.append(
          Lapse(
            partner: partner, advocate: advocate, credential: credential, last: end,
            isLapsed: status.lapsed.contains(credential),
            mandates: facts.mandates.filter { isConcerned($0.partner, $0.advocate) && $0.isInForce(on: today) }.map(
              \.id),
            sessions: facts.sessions.filter { session in
              session.state.isPublished && session.date >= today && isConcerned(session.partner, session.advocate)
                && end.map { session.date > $0 } ?? true
            }.map(\.id)))
      }
    }
    for partner in facts.partners {
      add(partner.credentialStatus(on: today, warningDays: numbers.lapseWarningDays), partner.id, nil) { credential in
        (credential == .agreement ? partner.agreement : partner.accreditation).last
      }
    }
    for advocate in facts.advocates {
      add(advocate.credentialStatus(on: today, warningDays: numbers.lapseWarningDays), advocate.partner, advocate.id) {
        credential in
        (credential == .licence ? advocate.licence : advocate.employment).last
      }
    }
    return found
  }
}
