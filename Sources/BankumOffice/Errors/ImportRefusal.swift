/// Why files are not taken, or an import is not undone, or a review is not decided.
package enum ImportRefusal: Sendable, Equatable {
  /// So many of so many people are not in the list, and the caller has not said that number.
  case departures(Int, of: Int)
  /// The import was undone already.
  case undone(Int64)
  /// The review was decided already.
  case decided

  /// The name of the case.
  package var code: String {
    switch self {
    case .departures: "departures"
    case .undone: "undone"
    case .decided: "decided"
    }
  }
}
