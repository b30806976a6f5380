extension ConflictWall {
  /// The cases, split files of one matter together. A link in one direction is enough; one to an unknown file is none.
  static func linkedGroups(of cases: [CaseFile]) -> [[CaseFile]] {
    let index = Dictionary(
      cases.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var leader = Array(cases.indices)
    func find(_ start: Int) -> Int {
      var current = start
      while leader[current] != current { current = leader[current] }
      return current
    }
    for (offset, file) in cases.enumerated() {
      for link in file.linkedFiles {
        guard let other = index[link] else { continue }
        let (first, second) = (find(offset), find(other))
        // Towards the smaller place: the leaders do not depend on the order of a set of links.
        leader[max(first, second)] = min(first, second)
      }
    }
    var groups: [[CaseFile]] = []
    var place: [Int: Int] = [:]
    for (offset, file) in cases.enumerated() {
      let first = find(offset)
      if let position = place[first] {
        groups[position].append(file)
      } else {
        place[first] = groups.count
        groups.append([file])
      }
    }
    return groups
  }

  /// Whose interests are against whose in one matter.
  ///
  /// By roles first: anybody's role in any file of the matter counts. Then by the registrar's decisions: about each
  /// pair the latest, and of two on one day an adverse one, which is the safe side.
  static func adversePairs(in files: [CaseFile]) -> Set<InmatePair> {
    var roles: [Inmate.ID: Set<PartyRole>] = [:]
    for party in files.flatMap(\.parties) { roles[party.inmate, default: []].insert(party.role) }
    var pairs: Set<InmatePair> = []
    let people = Array(roles)
    for (offset, first) in people.enumerated() {
      for second in people[(offset + 1)...] {
        let isAdverse = first.value.contains { role in second.value.contains { PartyRole.areAdverse(role, $0) } }
        if isAdverse, let pair = InmatePair(first.key, second.key) { pairs.insert(pair) }
      }
    }
    for (pair, kind) in decisions(in: files) {
      switch kind {
      case .joint: pairs.remove(pair)
      case .adverse: pairs.insert(pair)
      }
    }
    return pairs
  }

  private static func decisions(in files: [CaseFile]) -> [InmatePair: PartyRelationKind] {
    var latest: [InmatePair: (on: CivilDate, kind: PartyRelationKind)] = [:]
    for file in files {
      // Inside one file the later entry replaces the earlier one; between files of one day the adverse one stands.
      var inFile: [InmatePair: (on: CivilDate, kind: PartyRelationKind)] = [:]
      for relation in file.relations where relation.decidedOn >= inFile[relation.pair]?.on ?? .earliest {
        inFile[relation.pair] = (relation.decidedOn, relation.kind)
      }
      for (pair, decision) in inFile {
        if let known = latest[pair],
          known.on > decision.on || (known.on == decision.on && known.kind == .adverse)
        {
          continue
        }
        latest[pair] = decision
      }
    }
    return latest.mapValues(\.kind)
  }
}
