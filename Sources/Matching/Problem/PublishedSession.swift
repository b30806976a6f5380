/// One session of the schedule in force.
///
/// It stays when the plan has the same advocate, start and room; otherwise the plan pays its move price.
package struct PublishedSession: Sendable, Equatable {
  /// Whose session.
  package var request: Int
  /// With whom.
  package var advocate: Int
  /// The first slot.
  package var start: Int
  /// Where.
  package var room: Int
  /// What a change costs, or nil for the problem's `weights.change`.
  package var movePrice: Int?
  /// Whether it has to stay. A frozen session that breaks a rule, alone or with other frozen sessions, is free.
  package var frozen: Bool

  /// Makes a published session.
  package init(request: Int, advocate: Int, start: Int, room: Int, movePrice: Int? = nil, frozen: Bool = false) {
    self.request = request
    self.advocate = advocate
    self.start = start
    self.room = room
    self.movePrice = movePrice
    self.frozen = frozen
  }
}
