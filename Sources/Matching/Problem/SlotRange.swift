/// The slots `[start, end)`. Unlike `Range` it can hold what a broken file says, so that validation can name it.
package struct SlotRange: Sendable, Equatable, Hashable {
  /// The first slot.
  package var start: Int
  /// The slot after the last.
  package var end: Int

  /// Makes a range; `start <= end` is for validation to check.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether the slot lies inside.
  package func contains(_ slot: Int) -> Bool { start <= slot && slot < end }
}
