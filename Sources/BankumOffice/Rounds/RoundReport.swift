/// What a round did.
package struct RoundReport: Sendable, Equatable {
  /// Offers whose time to answer had passed.
  package let lapsed: Int
  /// Meetings that nobody has reported in time.
  package let unreported: Int

  /// Takes the counts; nothing by default.
  package init(lapsed: Int = 0, unreported: Int = 0) {
    self.lapsed = lapsed
    self.unreported = unreported
  }

  /// Whether there was nothing to do.
  package var isEmpty: Bool { lapsed == 0 && unreported == 0 }
}
