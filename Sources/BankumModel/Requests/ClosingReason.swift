/// Why a request ended.
package enum ClosingReason: String, Coded {
  /// A meeting took place.
  case held
  /// The inmate took it back.
  case withdrawnByInmate
  /// The inmate refused counsel; the minutes' number is kept.
  case refusedCounsel
  /// Another request of his stands for it.
  case duplicate
  /// Moved to another facility.
  case transferred
  /// Released.
  case released
  /// Died.
  case deceased
}
