package import BankumModel

/// Which messages were said today: one that would come again and again is said once a day and kind.
package struct DailyMessages {
  private var said: [String: CivilDate] = [:]

  /// Nothing was said yet.
  package init() {}

  /// Whether a message of this kind was not said yet on this day; it is said then.
  package mutating func isNew(_ kind: String, on day: CivilDate) -> Bool {
    guard said[kind] != day else { return false }
    said[kind] = day
    return true
  }
}
