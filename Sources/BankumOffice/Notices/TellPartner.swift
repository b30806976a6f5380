import BankumModel
import BankumStore

extension Office {
  /// Puts a notice for the meeting's partner. `version`: of the plan that brought it; nil for a change by hand.
  func tell(
    _ kind: NoticeKind, _ session: Session, _ version: Int?, _ transaction: Transaction
  ) throws(StoreError) {
    try transaction.put(notice(kind, session, version, transaction))
  }

  /// The notice for the meeting's partner.
  func notice(_ kind: NoticeKind, _ session: Session, _ version: Int?, _ transaction: Transaction) -> Notice {
    Notice(
      id: newID(), partner: session.partner, advocate: session.advocate, about: .session(session.id), kind: kind,
      planVersion: version, madeAt: transaction.now)
  }

  /// Puts a notice for the partner that holds a request without a meeting to come.
  func tell(
    _ kind: NoticeKind, _ request: Request.ID, _ partner: Partner.ID, _ transaction: Transaction
  ) throws(StoreError) {
    try transaction.put(
      Notice(id: newID(), partner: partner, about: .request(request), kind: kind, madeAt: transaction.now))
  }

  /// Puts a notice for the partner of an event, unless it did this itself.
  func tell(
    _ kind: NoticeKind, _ event: EducationEvent, by scope: Scope, _ transaction: Transaction
  ) throws(StoreError) {
    guard scope.partner == nil else { return }
    try transaction.put(
      Notice(id: newID(), partner: event.partner, about: .education(event.id), kind: kind, madeAt: transaction.now))
  }
}
