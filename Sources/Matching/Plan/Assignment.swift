/// One session of a plan.
package struct Assignment: Sendable, Hashable {
  /// Whose session.
  package var request: Int
  /// With whom.
  package var advocate: Int
  /// The first slot.
  package var start: Int
  /// Where.
  package var room: Int

  /// Makes a session.
  package init(request: Int, advocate: Int, start: Int, room: Int) {
    self.request = request
    self.advocate = advocate
    self.start = start
    self.room = room
  }
}
