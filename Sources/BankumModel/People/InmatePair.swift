/// Two different inmates without an order.
package struct InmatePair: Hashable, Sendable {
  /// The one.
  package let one: Inmate.ID
  /// The other.
  package let other: Inmate.ID

  /// The pair of two inmates, or nil if they are the same.
  ///
  /// Kept by the bits of the ids only so that a pair is equal to its mirror; the order means nothing.
  package init?(_ first: Inmate.ID, _ second: Inmate.ID) {
    guard first != second else { return nil }
    (one, other) = first.bits < second.bits ? (first, second) : (second, first)
  }

  /// Whether the inmate is one of the two.
  package func contains(_ inmate: Inmate.ID) -> Bool { one == inmate || other == inmate }

  /// The one who is not the given inmate; nil if the given one is not in the pair.
  package func partner(of inmate: Inmate.ID) -> Inmate.ID? {
    if inmate == one { other } else if inmate == other { one } else { nil }
  }
}
