/// How a meeting came about.
package enum SessionOrigin: String, Coded {
  /// By a run or by hand, in advance.
  case planned
  /// Counsel came without an appointment.
  case walkIn
  /// An urgent visit.
  case urgent

  /// Whether it was recorded after it took place: accepted even against a rule, and flagged.
  package var isRecorded: Bool { self != .planned }
}
