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
    inmate = try reading.required(session.inmate)
    partner = try reading.required(session.partner)
    advocate = try reading.required(session.advocate)
    room = try reading.required(ifSet: session.room)
    block = try reading.required(ifSet: inmate.block)
  }
}
