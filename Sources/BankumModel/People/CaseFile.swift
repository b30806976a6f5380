/// A criminal case as far as planning needs it: who is in it, on which sides, how heavy, under which law.
///
/// Nothing of what happened is stored. Split files of one matter (*splitsing*) are linked: the wall looks at all of
/// them together.
package struct CaseFile: Entity {
  /// Ids are `ca-...`.
  package static let idPrefix = "ca"

  /// The id.
  package let id: Identifier<CaseFile>
  /// The case number of police, prosecutor or court; nil while unknown.
  package var number: String?
  /// The articles charged, as the papers name them.
  package var articles: String?
  /// The heaviest threat; nil while unknown.
  package var threat: CriminalThreat?
  /// The law that governs the case.
  package var law: DetentionLaw
  /// The people in it who are, or were, held here.
  package var parties: [CaseParty]
  /// What the registrar decided about pairs, oldest first; the last about a pair stands.
  package var relations: [PartyRelation]
  /// Other files of the same matter.
  package var linkedFiles: Set<CaseFile.ID>
  /// The latest verdict.
  package var verdict: Verdict?

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, number: String? = nil, articles: String? = nil, threat: CriminalThreat? = nil, law: DetentionLaw,
    parties: [CaseParty] = [], relations: [PartyRelation] = [], linkedFiles: Set<CaseFile.ID> = [],
    verdict: Verdict? = nil
  ) {
    self.id = id
    self.number = number
    self.articles = articles
    self.threat = threat
    self.law = law
    self.parties = parties
    self.relations = relations
    self.linkedFiles = linkedFiles
    self.verdict = verdict
  }

  /// The role of somebody in it; nil if he is not in it.
  package func role(of inmate: Inmate.ID) -> PartyRole? { parties.first { $0.inmate == inmate }?.role }

  /// Somebody twice, a relation of somebody who is not in it or without a reason, a link to itself.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireOptionalText(number, "number", .documentNumber)
    list.requireOptionalText(articles, "articles", .articles)
    list.require(
      Set(parties.map(\.inmate)).count == parties.count, "parties", "\(parties.count) parties",
      expected: "everybody once")
    for (index, relation) in relations.enumerated() {
      list.requireText(relation.reason, "relations[\(index)].reason", .reason)
    }
    list.require(!linkedFiles.contains(id), "linkedFiles", id.text, expected: "other files")
    if let verdict {
      list.require(
        verdict.stage == .trial || verdict.stage == .appeal, "verdict.stage", verdict.stage.code,
        expected: "A.III or A.IV")
      list.requireOrder(verdict.knownOn, verdict.foughtOn, "verdict.foughtOn")
    }
    return list.problems
  }
}
