/// The clock of the house, given in from above: nothing below reads the time by itself.
package struct HouseClock: Sendable {
  /// Where the time comes from.
  package enum Source: String, Sendable {
    /// The machine's clock.
    case real
    /// A time given at start, which runs on from there: for demonstrations and tests.
    case set
  }

  /// Where the time comes from.
  package let source: Source
  /// The zone in which plans are made.
  package let zone: ZoneOffset
  private let read: @Sendable () -> Instant

  /// A clock that is read by this function.
  package init(source: Source, zone: ZoneOffset, read: @escaping @Sendable () -> Instant) {
    self.source = source
    self.zone = zone
    self.read = read
  }

  /// The time now.
  package var now: Instant { read() }
  /// The civil time now, in the zone of the house.
  package var civilNow: CivilTime { now.civilTime(in: zone) }
  /// The date now, in the zone of the house.
  package var today: CivilDate { now.date(in: zone) }
}
