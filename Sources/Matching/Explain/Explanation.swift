/// Why a request waits or is where it is: every advocate and half-day with all that excludes it.
package struct Explanation: Sendable, Equatable {
  /// Whose.
  package var request: Int
  /// By advocate and half-day.
  package var places: [PlaceReport]
  /// What one relaxed rule would open, the smallest change first.
  package var relaxations: [Relaxation.Outcome]
}
