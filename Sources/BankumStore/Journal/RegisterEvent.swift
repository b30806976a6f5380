package import BankumModel

/// An event of a committed write, as the outbox keeps it.
package struct RegisterEvent: Equatable, Sendable {
  /// Its number, rising; given by the register.
  package let number: EventNumber
  /// The write that it came with.
  package let sequence: Int64
  /// When.
  package let madeAt: Instant
  /// What happened.
  package let event: HouseEvent
}

/// A part of the outbox.
package struct EventPage: Equatable, Sendable {
  /// The events, in order; those of kinds that this program does not know are left out.
  package let events: [RegisterEvent]
  /// The number behind which the next part begins; nil when there is nothing more.
  package let last: EventNumber?
}
