/// Requests of one inmate: never two of them in one slot, and no more than a number a day.
package struct InmateGroup: Sendable, Equatable {
  /// The requests.
  package var members: [Int]
  /// The most sessions in a day.
  package var perDay: Int

  /// Makes a group.
  package init(members: [Int], perDay: Int) {
    self.members = members
    self.perDay = perDay
  }
}
