import BankumExchange
import BankumModel
import BankumStore

extension ImportWorkspace {
  mutating func join(_ rows: [CasePartyDraft]) {
    var order: [String] = []
    var groups: [String: [CasePartyDraft]] = [:]
    for row in rows {
      if groups[row.caseKey] == nil { order.append(row.caseKey) }
      groups[row.caseKey, default: []].append(row)
    }
    var links: [(CaseFile.ID, [Reference])] = []
    for key in order {
      guard let rows = groups[key], let first = rows.first else { continue }
      let number = rows.lazy.compactMap(\.number).first
      let id = first.id ?? number.flatMap { known($0, caseNames) } ?? newID()
      let before = cases[id]
      var caseFile =
        before ?? CaseFile(id: id, law: rows.lazy.compactMap(\.law).first ?? .new)
      caseFile.number = number ?? caseFile.number
      caseFile.articles = rows.lazy.compactMap(\.articles).first ?? caseFile.articles
      caseFile.threat = rows.lazy.compactMap(\.threat).first ?? caseFile.threat
      caseFile.law = rows.lazy.compactMap(\.law).first ?? caseFile.law
      caseFile.verdict = rows.lazy.compactMap(\.verdict).first ?? caseFile.verdict
      let parties: [(CaseParty, CasePartyDraft)] = rows.compactMap { row in
        find(row.inmate).map { (CaseParty(inmate: $0, role: row.role), row) }
      }
      for (party, _) in parties where !caseFile.parties.contains(party) {
        caseFile.parties.removeAll { $0.inmate == party.inmate && $0.role == party.role }
        caseFile.parties.append(party)
      }
      for relation in jointDefences(parties) where !caseFile.relations.contains(where: { $0.pair == relation.pair }) {
        caseFile.relations.append(relation)
      }
      note(caseFile, first.places)
      cases.put(caseFile)
      caseNames.add(id, caseFile.number)
      links.append((id, rows.flatMap(\.linkedFiles)))
    }
    for (id, references) in links {
      let found = references.compactMap { find($0, caseNames) }
      guard var caseFile = cases[id], !found.isEmpty else { continue }
      caseFile.linkedFiles.formUnion(found)
      cases.put(caseFile)
    }
  }

  /// Those of a case who share a word have one defence.
  private func jointDefences(_ parties: [(CaseParty, CasePartyDraft)]) -> [PartyRelation] {
    var relations: [PartyRelation] = []
    for (position, one) in parties.enumerated() {
      guard let word = one.1.jointDefence else { continue }
      for other in parties[(position + 1)...] where other.1.jointDefence == word {
        guard let pair = InmatePair(one.0.inmate, other.0.inmate) else { continue }
        let reason = one.1.jointReason ?? other.1.jointReason ?? word
        relations.append(PartyRelation(pair: pair, kind: .joint, reason: reason, decidedOn: today))
      }
    }
    return relations
  }

  mutating func join(_ rows: [TermDraft]) {
    struct Key: Hashable {
      let inmate: Inmate.ID
      let letter: String
      let first: CivilDate
    }
    var byLetter: [Key: DetentionTerm.ID] = [:]
    for term in terms.known.values {
      byLetter[Key(inmate: term.inmate, letter: term.letter, first: term.first)] = term.id
    }
    for row in rows {
      let (inmate, caseFile) = (find(row.inmate), find(row.caseFile, caseNames))
      guard let inmate else { continue }
      let id = row.id ?? byLetter[Key(inmate: inmate, letter: row.letter, first: row.first)] ?? newID()
      let term = DetentionTerm(
        id: id, inmate: inmate, caseFile: caseFile, stage: row.stage, law: row.law, grant: row.grant,
        letter: row.letter, first: row.first, last: row.last)
      note(term, row.places)
      terms.put(term)
    }
  }

  mutating func join(_ rows: [HearingDraft]) {
    struct Key: Hashable {
      let inmate: Inmate.ID
      let caseFile: CaseFile.ID?
      let date: CivilDate
    }
    var byDay: [Key: Hearing.ID] = [:]
    for hearing in hearings.known.values {
      byDay[Key(inmate: hearing.inmate, caseFile: hearing.caseFile, date: hearing.date)] = hearing.id
    }
    for row in rows {
      let (inmate, caseFile) = (find(row.inmate), find(row.caseFile, caseNames))
      let advocate = find(row.advocate, advocateNames)
      guard let inmate else { continue }
      let hearing = Hearing(
        id: row.id ?? byDay[Key(inmate: inmate, caseFile: caseFile, date: row.date)] ?? newID(), inmate: inmate,
        caseFile: caseFile, date: row.date, court: row.court, isOnline: row.isOnline ?? false, advocate: advocate,
        status: row.status ?? .confirmed)
      note(hearing, row.places)
      hearings.put(hearing)
    }
  }

  mutating func join(_ rows: [KeepApartDraft]) {
    let byPair = Dictionary(
      keepApart.known.values.map { ([$0.pair: $0.days.first], $0.id) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      let (one, other) = (find(row.one), find(row.other))
      guard let one, let other else { continue }
      guard let pair = InmatePair(one, other) else {
        note(row.other.place, row.other.text, .inFile(.samePerson, []))
        continue
      }
      let order = KeepApart(
        id: row.id ?? byPair[[pair: row.days.first]] ?? newID(), pair: pair, days: row.days, reason: row.reason)
      note(order, row.places)
      keepApart.put(order)
    }
  }
}
