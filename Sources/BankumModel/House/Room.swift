/// A room where counsel meets inmates. Legal meetings need one within sight but not within hearing of staff (Mandela
/// Rule 61).
package struct Room: Entity {
  /// Ids are `ro-...`.
  package static let idPrefix = "ro"

  /// The id.
  package let id: Identifier<Room>
  /// What staff call it, at most 30 bytes, unique.
  package var name: String
  /// What it is for.
  package var kind: RoomKind
  /// Whether nobody outside can hear what is said.
  package var isConfidential: Bool
  /// Whether there are no stairs.
  package var isAccessible: Bool
  /// Inmates it holds at the same time.
  package var places: Int
  /// Hours that are for one partner alone.
  package var reservations: [RoomReservation]
  /// Hours in which it cannot be used.
  package var closures: [RoomClosure]

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, name: String, kind: RoomKind = .consultation, isConfidential: Bool, isAccessible: Bool, places: Int = 1,
    reservations: [RoomReservation] = [], closures: [RoomClosure] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.isConfidential = isConfidential
    self.isAccessible = isAccessible
    self.places = places
    self.reservations = reservations
    self.closures = closures
  }

  /// The hours of the day that are closed, in no order.
  package func closedHours(on date: CivilDate) -> [MinuteRange] {
    closures.filter { $0.days.contains(date) }.map(\.hours)
  }

  /// Whether the partner may use it in these hours of the day: nobody else has them reserved. Closures are another
  /// matter.
  package func isFree(for partner: Partner.ID, on date: CivilDate, during hours: MinuteRange) -> Bool {
    let reserved = reservations.filter { $0.covers(date) && $0.hours.overlaps(hours) }
    return reserved.allSatisfy { $0.partner == partner }
  }

  /// No name, no place, dates backwards, a closure without a reason.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(name, "name", .roomName)
    list.require(places, in: 1...1000, "places")
    for (index, reservation) in reservations.enumerated() {
      list.requireOrder(reservation.days.first, reservation.days.last, "reservations[\(index)].days")
    }
    for (index, closure) in closures.enumerated() {
      list.requireOrder(closure.days.first, closure.days.last, "closures[\(index)].days")
      list.requireText(closure.reason, "closures[\(index)].reason", .reason)
    }
    return list.problems
  }
}
