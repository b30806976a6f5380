/// How a request ended.
package struct Closing: Hashable, Sendable {
  /// Why.
  package var reason: ClosingReason
  /// When.
  package var on: CivilDate
  /// The number of the written record (*berita acara*) of a refusal of counsel.
  package var record: String?

  /// Takes the fields as they are.
  package init(reason: ClosingReason, on: CivilDate, record: String? = nil) {
    self.reason = reason
    self.on = on
    self.record = record
  }
}
