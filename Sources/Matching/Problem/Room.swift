/// A room for one session at a time.
package struct Room: Sendable, Equatable {
  /// Whether requests that need an accessible room can use it.
  package var accessible: Bool
  /// When it is closed.
  package var closed: [SlotRange]
  /// The only partner that may use it, or nil for all.
  package var reservedFor: Int?

  /// Makes a room.
  package init(accessible: Bool = false, closed: [SlotRange] = [], reservedFor: Int? = nil) {
    self.accessible = accessible
    self.closed = closed
    self.reservedFor = reservedFor
  }
}
