import BankumModel
import BankumStore

extension Office {
  /// Puts a notice for the meeting's partner. `version`: of the plan that brought it; nil for a change by hand.
  func tell(
    _ kind: NoticeKind, _ session: Session, _ version: Int?, _ transaction: Transaction
  ) throws(StoreError) {
    try transaction.put(
      Notice(
        id: newID(), partner: session.partner, advocate: session.advocate, session: session.id, kind: kind,
        planVersion: version, madeAt: transaction.now))
  }
}
