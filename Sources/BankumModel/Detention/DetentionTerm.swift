/// One order that lets the house hold somebody: order, extension or court decision. Its printed dates are the truth.
package struct DetentionTerm: Entity {
  /// Ids are `te-...`.
  package static let idPrefix = "te"

  /// The id.
  package let id: Identifier<DetentionTerm>
  /// Who is held.
  package var inmate: Inmate.ID
  /// The case it belongs to, if known: two cases of one person have two clocks.
  package var caseFile: CaseFile.ID?
  /// The stage.
  package var stage: DetentionStage
  /// The law that governs the case.
  package var law: DetentionLaw
  /// First order, extension or exception.
  package var grant: DetentionGrant
  /// The order's number.
  package var letter: String
  /// The first day, counted as day one.
  package var first: CivilDate
  /// The last lawful day; from the next on it is overstay.
  package var last: CivilDate

  /// An order.
  package init(
    id: ID, inmate: Inmate.ID, caseFile: CaseFile.ID? = nil, stage: DetentionStage, law: DetentionLaw,
    grant: DetentionGrant, letter: String, first: CivilDate, last: CivilDate
  ) {
    self.id = id
    self.inmate = inmate
    self.caseFile = caseFile
    self.stage = stage
    self.law = law
    self.grant = grant
    self.letter = letter
    self.first = first
    self.last = last
  }

  /// The days it covers, counting first and last.
  package var dayCount: Int { first.days(until: last) + 1 }

  /// A last day before the first, an order without a number, an exception for a child.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(letter, "letter", .documentNumber)
    list.requireOrder(first, last, "last")
    list.require(
      law != .child || grant == .first || grant == .extension, "grant", grant.code, expected: "first or extension")
    return list.problems
  }
}
