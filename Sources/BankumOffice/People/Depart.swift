package import BankumModel
package import BankumStore
import JSON

extension Office {
  /// Somebody leaves for good: what hangs on him ends or is flagged, in the transaction that says so.
  ///
  /// Open requests end by their state machine. Published meetings that have not begun are called off and their partners
  /// told; drafts are dropped, also from the draft of the schedule; he is taken off education to come; an absence
  /// without an end ends. The mandates of the dead end. Those of all others stay in force, because counsel serves until
  /// the matter is finished, and each leaves a review entry `referral`. An entry `missing` about him is decided by this.
  /// - Parameter day: his last day in the house.
  /// - Throws: `OfficeError.refused` if he has left already or if the day lies before his entry; `StoreError`.
  package func depart(
    _ inmate: Inmate, _ how: Departure, on day: CivilDate, _ transaction: Transaction
  ) throws -> DepartureReport {
    guard inmate.presence.isPlannable else { throw OfficeError.refused(.people(.hasLeft(inmate.presence))) }
    guard day >= inmate.enteredOn, day <= clock.today else {
      throw OfficeError.invalid("on", day.text, .dayBetween(inmate.enteredOn, clock.today))
    }
    var report = DepartureReport()
    var gone = inmate
    gone.presence = how.presence
    gone.departedOn = day
    try transaction.put(gone)
    try endRequests(of: inmate.id, how, on: day, &report, transaction)
    try callOffMeetings(of: inmate.id, &report, transaction)
    try takeOffEducation(inmate.id, transaction)
    try endAbsences(of: inmate.id, on: day, transaction)
    try settleMandates(of: inmate.id, how, on: day, &report, transaction)
    for var entry in try transaction.list(Filter<ReviewEntry>.open)
    where entry.kind == ReviewKind.missing.code && entry.inmate == inmate.id {
      entry.resolution = how.code
      entry.resolvedBy = transaction.call.uid
      try transaction.put(entry)
    }
    transaction.emit("departed")
    return report
  }

  private func endRequests(
    of inmate: Inmate.ID, _ how: Departure, on day: CivilDate, _ report: inout DepartureReport,
    _ transaction: Transaction
  ) throws {
    for var request in try transaction.list(Filter<Request>.of(inmate)) where request.state.isOpen {
      request.state = try request.state.after(how.requestEvent, by: .registrar).get()
      request.offer = nil
      // A request that was filed after he had left ends on the day of its filing.
      request.closing = Closing(reason: how.closing, on: max(day, request.submittedOn))
      try transaction.put(request)
      report.requests.append(request.id)
    }
  }

  private func callOffMeetings(
    of inmate: Inmate.ID, _ report: inout DepartureReport, _ transaction: Transaction
  ) throws {
    let now = clock.civilNow
    let version = try transaction.list(Filter<BankumStore.Plan>.published).first?.version
    var gone: Set<Session.ID> = []
    // Drafts may lie on any day; of the published ones only those that have not begun are called off.
    let days = DateRange(.earliest, .latest) ?? DateRange(now.date)
    for var session in try transaction.list(Filter<Session>.inmate(inmate, days)) where session.state.isPlanned {
      if session.state == .draft {
        gone.insert(session.id)
        continue
      }
      guard session.start > now else { continue }
      session.state = try session.state.after(.cancel, by: .registrar).get()
      try transaction.put(session)
      try transaction.put(
        Notice(
          id: newID(), partner: session.partner, advocate: session.advocate, session: session.id, kind: .cancelled,
          planVersion: version, madeAt: transaction.now))
      report.sessions.append(session.id)
    }
    try Self.takeOutOfDraft(gone.union(report.sessions), transaction)
    for draft in gone { try transaction.remove(draft) }
  }

  /// A draft of the schedule neither adds, moves nor calls off what is gone.
  private static func takeOutOfDraft(_ gone: Set<Session.ID>, _ transaction: Transaction) throws {
    guard !gone.isEmpty, var draft = try transaction.list(Filter<BankumStore.Plan>.draft).first else { return }
    draft.added.removeAll(where: gone.contains)
    draft.moved.removeAll { gone.contains($0.session) }
    draft.cancelled.removeAll(where: gone.contains)
    try transaction.put(draft)
  }

  private func takeOffEducation(_ inmate: Inmate.ID, _ transaction: Transaction) throws {
    let coming = DateRange(clock.today, .latest) ?? DateRange(clock.today)
    for var event in try transaction.list(Filter<EducationEvent>.between(coming))
    where event.state.isPlanned && event.participants.contains(inmate) {
      event.participants.remove(inmate)
      try transaction.put(event)
    }
  }

  private func endAbsences(of inmate: Inmate.ID, on day: CivilDate, _ transaction: Transaction) throws {
    for var absence in try transaction.list(Filter<Absence>.of(inmate)) where absence.days.last == nil {
      absence.days.last = max(day, absence.days.first)
      try transaction.put(absence)
    }
  }

  private func settleMandates(
    of inmate: Inmate.ID, _ how: Departure, on day: CivilDate, _ report: inout DepartureReport,
    _ transaction: Transaction
  ) throws {
    for var mandate in try transaction.list(Filter<Mandate>.of(inmate)) where mandate.isInForce(on: day) {
      if how == .deceased {
        mandate.days.last = day
        mandate.endReason = .deceased
        try transaction.put(mandate)
        report.endedMandates.append(mandate.id)
        continue
      }
      try transaction.put(
        ReviewEntry(
          id: newID(), kind: ReviewKind.referral.code, inmate: inmate, madeAt: transaction.now,
          details: .object([
            "mandate": .string(mandate.id.text), "partner": .string(mandate.partner.text),
            "departure": .string(how.code), "on": .string(day.text),
          ])))
      report.referrals.append(mandate.id)
    }
  }
}
