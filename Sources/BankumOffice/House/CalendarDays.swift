package import BankumModel
import BankumStore

extension Office {
  /// The calendar: loaded years, hours of the week, holidays, what was decided since.
  /// - Throws: `StoreError`.
  package func showCalendar() async throws -> WorkingCalendar {
    try await register.readUnaudited { try $0.calendar() }
  }

  /// Decides about days: closes or opens them, or gives them other hours. The last decision about a day stands. Meetings
  /// that do not lie in the hours any more are told: they need another time.
  /// - Throws: `OfficeError.invalid`; `StoreError`.
  package func decide(_ decision: CalendarDecision, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let now = clock.civilNow
    let isBlank = decision.reason.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    guard !isBlank else { throw OfficeError.invalid("reason", nil, .given) }
    guard decision.days.last >= now.date, decision.days.count <= 400 else {
      throw OfficeError.invalid("to", decision.days.last.text, .dayFrom(max(now.date, decision.days.first)))
    }
    return try await write(order) { transaction in
      let calendar = try transaction.calendar().deciding(decision)
      let meetings = try transaction.list(Filter<Session>.published).filter { session in
        // A year without a list has no hours; its meetings are another trouble, which planning tells.
        decision.concerns(session.date) && session.start > now
          && (try? calendar.isOpen(session.date, during: session.hours)) == false
      }.map(\.id)
      try transaction.put(decision)
      transaction.audit(targets: [decision.days.text])
      return RegisterOutcome(meetings: meetings)
    }
  }
}
