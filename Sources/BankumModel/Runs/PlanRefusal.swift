/// Why an event cannot happen to a plan now.
package enum PlanRefusal: String, Coded {
  /// It is not in force.
  case planDraft
  /// It is in force already.
  case planPublished
  /// Another plan has taken its place.
  case planReplaced
  /// It was thrown away.
  case planDiscarded
}
