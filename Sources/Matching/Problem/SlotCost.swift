/// A price for each slot of a session inside a range: class minutes, soft rules. It may be negative (a wish).
package struct SlotCost: Sendable, Equatable {
  /// The slots.
  package var slots: SlotRange
  /// Lost for each slot of the session that lies inside.
  package var perSlot: Int

  /// Makes a price.
  package init(slots: SlotRange, perSlot: Int) {
    self.slots = slots
    self.perSlot = perSlot
  }
}
