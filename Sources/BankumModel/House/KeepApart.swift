/// An order of the security unit that two people are never in the visiting area in the same slot.
package struct KeepApart: Entity {
  /// Ids are `ka-...`.
  package static let idPrefix = "ka"

  /// The id.
  package let id: Identifier<KeepApart>
  /// The two.
  package var pair: InmatePair
  /// On which days it holds.
  package var days: OpenDateRange
  /// Why.
  package var reason: KeepApartReason

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(id: ID, pair: InmatePair, days: OpenDateRange, reason: KeepApartReason) {
    self.id = id
    self.pair = pair
    self.days = days
    self.reason = reason
  }

  /// Dates backwards.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireOrder(days.first, days.last, "days")
    return list.problems
  }
}
