package import BankumModel

/// What does not change while the daemon runs.
package struct DaemonFacts: Sendable {
  /// The version of the program.
  package let version: String
  /// The clock of the house.
  package let clock: HouseClock
  /// When the daemon was started.
  package let startedAt: Instant
  /// Whether one person started it for himself, not the service manager.
  package let isPrivate: Bool

  /// Gathers the facts.
  package init(version: String, clock: HouseClock, startedAt: Instant, isPrivate: Bool) {
    self.version = version
    self.clock = clock
    self.startedAt = startedAt
    self.isPrivate = isPrivate
  }
}
