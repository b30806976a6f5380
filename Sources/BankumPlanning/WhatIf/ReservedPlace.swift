package import BankumModel

/// A place that is kept for one request in one run: whatever was opened for it is not taken by another.
package struct ReservedPlace: Hashable, Sendable {
  /// With whom.
  package let advocate: Advocate.ID
  /// The day.
  package let date: CivilDate
  /// The first minute.
  package let start: MinuteOfDay
}
