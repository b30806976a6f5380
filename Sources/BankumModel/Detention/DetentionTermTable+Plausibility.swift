extension DetentionTermTable {
  /// Everything odd about a letter beside the earlier letters of the same person and case, in the order of
  /// `TermFinding`.
  ///
  /// `earlier` may be in any order and may hold the letter itself. Never throws: a missing table is a finding too.
  package func findings(_ term: DetentionTerm, earlier: [DetentionTerm]) -> [TermFinding] {
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
