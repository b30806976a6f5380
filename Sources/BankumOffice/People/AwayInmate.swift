package import BankumModel
import BankumStore

extension Office {
  /// Says that somebody is away; in hospital and under observation his detention clock stands still, unless the order
  /// says otherwise.
  /// - Parameter suspends: what the order says of the clock; nil: what the reason says.
  /// - Throws: `OfficeError`: `notFound`, `refused` if he is away already or has left; `invalid`; `StoreError`.
  package func sendAway(
    _ text: String, _ days: OpenDateRange, _ reason: AbsenceReason, suspends: Bool?,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let now = clock.civilNow
    return try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      guard inmate.presence.isPlannable else { throw OfficeError.refused(.people(.hasLeft(inmate.presence))) }
      if let known = try transaction.list(Filter<Absence>.of(inmate.id)).first(where: { $0.days.overlaps(days) }) {
        throw OfficeError.refused(.people(.awayAlready(known.id)))
      }
      let absence = Absence(
        id: newID(), inmate: inmate.id, days: days, reason: reason,
        suspendsDetention: suspends ?? reason.suspendsDetention)
      try transaction.put(absence)
      transaction.audit(targets: [inmate.id.text, absence.id.text])
      return RegisterOutcome(
        absence.id, meetings: try transaction.comingMeetings(of: inmate.id, on: days, after: now))
    }
  }

  /// Says that somebody is back: his absence ended on the day before, or never was.
  /// - Throws: `OfficeError`: `notFound`, `refused` if he is not away on that day; `StoreError`.
  package func bringBack(_ text: String, on day: CivilDate?, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let today = clock.today
    return try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      let day = day ?? today
      guard
        var absence = try transaction.list(Filter<Absence>.of(inmate.id)).first(where: { $0.days.contains(day) })
      else { throw OfficeError.refused(.people(.notAway)) }
      if absence.days.first < day {
        absence.days.last = day.adding(days: -1)
        try transaction.put(absence)
      } else {
        try transaction.remove(absence.id)
      }
      transaction.audit(targets: [inmate.id.text, absence.id.text])
      return RegisterOutcome(absence.id)
    }
  }
}
