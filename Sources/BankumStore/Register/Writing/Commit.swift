/// What was committed: told after it is on disk, on the writer's queue, in order.
package struct Commit: Sendable {
  /// The sequence number after it.
  package let sequence: Int64
  /// Its events, in order.
  package let events: [RegisterEvent]
}
