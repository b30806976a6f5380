package import BankumModel
package import BankumPlanning
import BankumStore

/// A meeting with what its ids mean.
package struct SessionView: Sendable, Equatable {
  /// The meeting.
  package let session: Session
  /// Who is met.
  package let inmate: Inmate
  /// His block.
  package let block: Block?
  /// For which partner.
  package let partner: Partner
  /// By whom.
  package let advocate: Advocate
  /// Where.
  package let room: Room?
  /// The rules that it breaks as the facts are now; filled for broken ones only.
  package let breaches: [RuleBreach]
  /// What the partner was told about it, oldest first; filled when one meeting is shown.
  package let notices: [Notice]

  init(
    _ session: Session, breaches: [RuleBreach] = [], notices: [Notice] = [], _ reading: Reading
  ) throws(StoreError) {
    self.session = session
    self.breaches = breaches
    self.notices = notices
    inmate = try reading.get(session.inmate)
    partner = try reading.get(session.partner)
    advocate = try reading.get(session.advocate)
    room = if let room = session.room { try reading.get(room) } else { nil }
    block = if let block = inmate.block { try reading.get(block) } else { nil }
  }
}
