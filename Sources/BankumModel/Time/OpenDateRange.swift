/// Days from a first one on, with or without a known last one. Both ends included.
package struct OpenDateRange: Hashable, Sendable {
  /// The first day.
  package var first: CivilDate
  /// The last day; nil while it is open.
  package var last: CivilDate?

  /// The days from `first` on, up to `last` if it is known. `last` before `first` makes an empty range, which entities
  /// report as a problem.
  package init(_ first: CivilDate, _ last: CivilDate? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether the day lies inside.
  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= (last ?? .latest) }

  /// Whether some day lies in both.
  package func overlaps(_ other: OpenDateRange) -> Bool {
    max(first, other.first) <= min(last ?? .latest, other.last ?? .latest)
  }

  /// Whether `last` is not before `first`.
  package var isOrdered: Bool { first <= (last ?? .latest) }
}
