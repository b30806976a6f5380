/// A power of attorney (*surat kuasa*): a partner's lasting duty to represent somebody.
///
/// It stays in force when credentials of partner or advocate lapse: such a mandate is flagged, not broken.
package struct Mandate: Entity {
  /// Ids are `ma-...`.
  package static let idPrefix = "ma"

  /// The id.
  package let id: Identifier<Mandate>
  /// Who is represented.
  package var inmate: Inmate.ID
  /// By which partner.
  package var partner: Partner.ID
  /// By which advocate.
  package var advocate: Advocate.ID
  /// In which case; nil while unknown.
  package var caseFile: CaseFile.ID?
  /// The number of the power of attorney.
  package var letter: String
  /// From the day on which it was signed to the day on which it ended.
  package var days: OpenDateRange
  /// Why it ended; nil while in force.
  package var endReason: MandateEnd?

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, inmate: Inmate.ID, partner: Partner.ID, advocate: Advocate.ID, caseFile: CaseFile.ID? = nil,
    letter: String, days: OpenDateRange, endReason: MandateEnd? = nil
  ) {
    self.id = id
    self.inmate = inmate
    self.partner = partner
    self.advocate = advocate
    self.caseFile = caseFile
    self.letter = letter
    self.days = days
    self.endReason = endReason
  }

  /// Whether it is in force on the day.
  package func isInForce(on date: CivilDate) -> Bool { days.contains(date) }

  /// No letter, dates backwards, an end without a reason or a reason without an end.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(letter, "letter", .documentNumber)
    list.requireOrder(days.first, days.last, "days")
    list.require(
      (days.last == nil) == (endReason == nil), "endReason", endReason?.code ?? "",
      expected: "a last day and a reason, or neither")
    return list.problems
  }
}
