/// Days on which a detention clock stands still: *pembantaran*, treatment in hospital, or psychiatric observation.
package struct Suspension: Hashable, Sendable {
  /// The days, first and last included; open while the person is still there.
  package let days: OpenDateRange

  /// A suspension from the first day on.
  package init(_ days: OpenDateRange) {
    self.days = days
  }
}
