/// Days on which somebody cannot be met, and perhaps on which his clock stands still.
package struct Absence: Entity {
  /// Ids are `ab-...`.
  package static let idPrefix = "ab"

  /// The id.
  package let id: Identifier<Absence>
  /// Who is away.
  package var inmate: Inmate.ID
  /// First and last day included; open while the return is not known.
  package var days: OpenDateRange
  /// Why.
  package var reason: AbsenceReason
  /// Whether the detention clock stands still: for hospital and observation, unless the letter says otherwise.
  package var suspendsDetention: Bool

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(id: ID, inmate: Inmate.ID, days: OpenDateRange, reason: AbsenceReason, suspendsDetention: Bool) {
    self.id = id
    self.inmate = inmate
    self.days = days
    self.reason = reason
    self.suspendsDetention = suspendsDetention
  }

  /// The days on which the clock stands still, or nil.
  package var suspension: Suspension? { suspendsDetention ? Suspension(days) : nil }

  /// A last day before the first; a suspension for another reason than hospital or observation.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireOrder(days.first, days.last, "days")
    list.require(
      !suspendsDetention || reason.suspendsDetention, "suspendsDetention", "true",
      expected: "false for the reason \(reason.code)")
    return list.problems
  }
}
