import BankumExchange
import BankumModel
import BankumStore
import JSON

extension ImportWorkspace {
  /// How many orders that are new or changed are odd beside the law's table and the orders around them.
  func oddTerms(_ check: DetentionOrderCheck) -> Int {
    let changes = Array(terms.changes)
    guard !changes.isEmpty else { return 0 }
    let ofInmate = Dictionary(grouping: terms.all, by: \.inmate)
    return changes.count { term in
      !check.findings(
        term, beside: ofInmate[term.inmate] ?? [], of: inmates[term.inmate], in: term.caseFile.flatMap { cases[$0] }
      ).isEmpty
    }
  }

  /// What the registrar has to look at because of this import: doubtful lines, people who are missing, people who are
  /// perhaps in the wrong house. What waits already, and what was decided already, is not asked again.
  func reviews(
    beside known: [ReviewEntry], _ rules: ImportRules, batch: Int64, at now: Instant,
    rows: (Set<Int>) -> [Int: RowText], newID: () -> ReviewEntry.ID
  ) -> [ReviewEntry] {
    var entries: [ReviewEntry] = []
    func add(_ kind: ReviewKind, _ inmate: Inmate.ID?, _ candidates: [Inmate.ID], _ details: ReviewDetails) {
      entries.append(
        ReviewEntry(
          id: newID(), kind: kind.code, inmate: inmate, candidates: candidates, batch: batch, madeAt: now,
          detailsText: details.json.text()))
    }
    let asked = Set(known.compactMap { ReviewDetails($0.details).key })
    let new = doubts.filter { !asked.contains($0.key) }
    // The file is looked at once more only if something in it is doubtful.
    let texts = new.isEmpty ? [:] : rows(Set(new.map(\.line.places.line)))
    for doubt in new { add(doubt.kind, nil, doubt.candidates, doubt.details(texts[doubt.line.places.line])) }
    for inmate in departures { add(.missing, inmate, [], ReviewDetails()) }
    var flagged: [ReviewKind: Set<Inmate.ID>] = [:]
    for entry in known {
      if let kind = ReviewKind(rawValue: entry.kind), let inmate = entry.inmate {
        flagged[kind, default: []].insert(inmate)
      }
    }
    for id in inmates.order {
      guard let inmate = inmates[id], inmate.presence == .present else { continue }
      for kind in rules.flags(inmate, on: today) where flagged[kind]?.contains(id) != true {
        add(kind, id, [], ReviewDetails())
      }
    }
    return entries
  }
}
