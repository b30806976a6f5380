/// A cell block, from which guards bring inmates.
package struct Block: Sendable, Equatable {
  /// How many of its inmates may be out in one slot.
  package var escortCapacity: Int

  /// Makes a block.
  package init(escortCapacity: Int) { self.escortCapacity = escortCapacity }
}
