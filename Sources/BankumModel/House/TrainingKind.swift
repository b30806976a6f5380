/// How firmly the hours of a programme stand.
package enum TrainingKind: String, Coded {
  /// Ends with a certificate of the agreement; missing too much endangers it. Residents of Medan only.
  case certified
  /// Work in the house: sandals, furniture, welding. Softer: missing costs little.
  case workshop
}
