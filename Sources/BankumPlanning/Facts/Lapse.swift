package import BankumModel

/// A paper without which somebody may not serve: it has lapsed, or will within the days of the warning; and what hangs
/// on it.
///
/// A lapse stops new offers by the rule set. Mandates go on, flagged; meetings after the last day are for the
/// registrar to review.
package struct Lapse: Hashable, Sendable {
  /// Whose.
  package let partner: Partner.ID
  /// Whose own, if it is no paper of the partner itself.
  package let advocate: Advocate.ID?
  /// Which paper.
  package let paper: Standing.Paper
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
  /// Every paper that has lapsed or will soon, partners first, in the order of the facts.
  package var lapses: [Lapse] {
    let today = facts.today
    var found: [Lapse] = []
    func add(
      _ standing: Standing, _ partner: Partner.ID, _ advocate: Advocate.ID?, _ last: (Standing.Paper) -> CivilDate?
    ) {
      for paper in standing.lapsed + Standing.Paper.allCases.filter({ standing.lapsing[$0] != nil }) {
        let end = last(paper)
        func isConcerned(_ other: Partner.ID, _ person: Advocate.ID) -> Bool {
          advocate.map { $0 == person } ?? (partner == other)
        }
        found.append(
          Lapse(
            partner: partner, advocate: advocate, paper: paper, last: end, isLapsed: standing.lapsed.contains(paper),
            mandates: facts.mandates.filter { isConcerned($0.partner, $0.advocate) && $0.isInForce(on: today) }.map(
              \.id),
            sessions: facts.sessions.filter { session in
              session.state.isPublished && session.date >= today && isConcerned(session.partner, session.advocate)
                && end.map { session.date > $0 } ?? true
            }.map(\.id)))
      }
    }
    for partner in facts.partners {
      add(partner.standing(on: today, warningDays: numbers.lapseWarningDays), partner.id, nil) { paper in
        (paper == .agreement ? partner.agreement : partner.accreditation).last
      }
    }
    for advocate in facts.advocates {
      add(advocate.standing(on: today, warningDays: numbers.lapseWarningDays), advocate.partner, advocate.id) { paper in
        (paper == .licence ? advocate.licence : advocate.employment).last
      }
    }
    return found
  }
}
