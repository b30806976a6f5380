/// Two requests whose inmates are never in the visiting area in one slot.
package struct ApartPair: Sendable, Equatable {
  /// One of them.
  package var first: Int
  /// The other.
  package var second: Int

  /// Makes a pair.
  package init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }
}
