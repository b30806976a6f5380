extension DetentionTermTable {
  /// Everything odd about an order beside the earlier orders of the same person and case, in the order of
  /// `TermFinding`.
  ///
  /// - `earlier`: in any order; may hold the order itself.
  /// - `age`: of the person on the first day; `threat`: of the case; nil where nobody knows.
  ///
  /// Never throws: a missing table is a finding too.
  package func findings(
    _ term: DetentionTerm, earlier: [DetentionTerm], age: Int? = nil, threat: CriminalThreat? = nil
  ) -> [TermFinding] {
    let others = earlier.filter { $0.id != term.id && $0.caseFile == term.caseFile && $0.first <= term.first }
    var found: [TermFinding] = []
    if let limit = try? limit(term.law, term.stage, term.grant, on: term.first) {
      if term.dayCount > limit { found.append(.longerThanTable(days: term.dayCount, limit: limit)) }
      if term.dayCount < limit { found.append(.shorterThanTable(days: term.dayCount, limit: limit)) }
    } else {
      found.append(.lawNotInForce)
    }
    found += order(of: term, after: others)
    if let reached = others.map(\.stage).max(), term.stage < reached {
      found.append(.earlierStage(reached: reached))
    }
    if let other = others.max(by: { $0.first < $1.first }), other.law != term.law {
      found.append(.otherLaw(other.law))
    }
    return found + transition(of: term, after: others) + child(term, age: age, threat: threat)
  }

  /// Whether the dates of the orders say that the other code governs the case. Known from the first order of the
  /// investigation on; of a case that was in court already, the orders do not tell whether it was being examined.
  private func transition(of term: DetentionTerm, after others: [DetentionTerm]) -> [TermFinding] {
    guard term.law != .child, let newCode = try? rules.date(.newCodeFrom, on: term.first) else { return [] }
    let chain = others + [term]
    guard let began = chain.filter({ $0.stage == .investigation }).map(\.first).min() else { return [] }
    let reachedCourt = chain.filter { $0.stage >= .trial }.map(\.first).min()
    if began < newCode, let reachedCourt, reachedCourt < newCode { return [] }
    let law = CodeTransition.law(
      for: CodeTransition.CaseDates(investigationBegan: began, reachedCourt: reachedCourt), newCodeFrom: newCode)
    return law == term.law ? [] : [.transition(law)]
  }

  /// Whether a child may be held at all (UU 11/2012 Art 32).
  private func child(_ term: DetentionTerm, age: Int?, threat: CriminalThreat?) -> [TermFinding] {
    guard term.law == .child else { return [] }
    var found: [TermFinding] = []
    if let age, let minimum = try? rules.integer(.childMinimumAge, on: term.first), age < minimum {
      found.append(.childTooYoung(age: age, minimum: minimum))
    }
    if let threat, let years = try? rules.integer(.childThreatYears, on: term.first), !threat.isAtLeast(years: years) {
      found.append(.childThreatLow(minimum: years))
    }
    return found
  }

  private func order(of term: DetentionTerm, after others: [DetentionTerm]) -> [TermFinding] {
    let sameStage = others.filter { $0.stage == term.stage }
    guard let precedingGrants = term.grant.preceding else {
      // A new stage replaces the old one, left-over days and all: overlaps of stages are ordinary.
      return []
    }
    guard let previous = sameStage.filter({ precedingGrants.contains($0.grant) }).max(by: { $0.last < $1.last })
    else { return [.nothingToExtend] }
    let distance = previous.last.days(until: term.first)
    if distance > 1 { return [.gap(days: distance - 1)] }
    if distance < 1 { return [.overlap(days: 1 - distance)] }
    return []
  }
}

extension DetentionGrant {
  /// The grants of which one must come before this one; nil for a first order.
  var preceding: Set<DetentionGrant>? {
    switch self {
    case .first: nil
    case .extension: [.first]
    // The exception of 1981 comes on top of a stage that is used up, or of a first order alone where no extension was
    // asked.
    case .exceptionFirst: [.first, .extension]
    case .exceptionSecond: [.exceptionFirst]
    }
  }
}
