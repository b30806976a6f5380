package import BankumModel
package import BankumStore

extension Office {
  /// Committed events after a number, with everything that there is to say: `EventReach` decides who hears of them.
  /// - Throws: `StoreError`.
  package func events(after number: EventNumber, limit: Int) async throws -> EventPage {
    try await register.readUnaudited { try $0.events(after: number, limit: limit) }
  }

  /// The first event that is still kept, if events behind a number may be gone; nil: all of them are there.
  /// - Throws: `StoreError`.
  package func firstEvent(behind number: EventNumber) async throws -> EventNumber? {
    try await register.readUnaudited { try $0.firstEvent(behind: number) }
  }
}
