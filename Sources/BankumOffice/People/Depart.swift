package import BankumModel
package import BankumStore
import JSON

extension Office {
  /// Somebody leaves for good: what hangs on him ends or is flagged, in the transaction that says so.
  ///
  /// Open requests end by their state machine. Published meetings that have not begun are called off; whoever
  /// had one of them, or held a request without one, is told; drafts are dropped, also from the draft of the schedule; he is taken off education to come; an absence
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
    let holders = try endRequests(of: inmate.id, how, on: day, &report, transaction)
    let told = try callOffMeetings(of: inmate.id, &report, transaction)
    for (request, partner) in holders where !told.contains(request) {
      try tell(.cancelled, request, partner, transaction)
    }
    try takeOffEducation(inmate.id, transaction)
    try endAbsences(of: inmate.id, on: day, transaction)
    try settleMandates(of: inmate.id, how, on: day, &report, transaction)
    for var entry in try transaction.list(Filter<ReviewEntry>.open)
    where entry.kind == ReviewKind.missing.code && entry.inmate == inmate.id {
      entry.resolution = how.code
      entry.resolvedBy = transaction.call.uid
      try transaction.put(entry)
    }
    return report
  }

  /// - Returns: which partner held which of the requests.
  private func endRequests(
    of inmate: Inmate.ID, _ how: Departure, on day: CivilDate, _ report: inout DepartureReport,
    _ transaction: Transaction
  ) throws -> [(Request.ID, Partner.ID)] {
    var holders: [(Request.ID, Partner.ID)] = []
    for var request in try transaction.list(Filter<Request>.of(inmate)) where request.state.isOpen {
      if request.state.hasPartner, let partner = request.offer?.partner { holders.append((request.id, partner)) }
      // A request that was filed after he had left ends on the day of its filing.
      let closing = Closing(reason: how.closing, on: max(day, request.submittedOn))
      try request.apply(how.requestEvent, by: .registrar, on: day, closing: closing)
      try transaction.put(request)
      report.requests.append(request.id)
    }
    return holders
  }

  /// - Returns: the requests whose partners hear of a meeting that is called off.
  private func callOffMeetings(
    of inmate: Inmate.ID, _ report: inout DepartureReport, _ transaction: Transaction
  ) throws -> Set<Request.ID> {
    var told: Set<Request.ID> = []
    let now = clock.civilNow
    let version = try transaction.list(Filter<BankumModel.Plan>.published).first?.version
    var gone: Set<Session.ID> = []
    // Drafts may lie on any day; of the published ones only those that have not begun are called off.
    let days = DateRange(.earliest, .latest) ?? DateRange(now.date)
    for var session in try transaction.list(Filter<Session>.inmate(inmate, days)) where session.state.isPlanned {
      if session.state == .draft {
        gone.insert(session.id)
        continue
      }
      guard session.start > now else { continue }
      try session.apply(.cancel, by: .registrar)
      try transaction.put(session)
      try tell(.cancelled, session, version, transaction)
      report.sessions.append(session.id)
      if let request = session.request { told.insert(request) }
    }
    try Self.takeOutOfDraft(gone.union(report.sessions), transaction)
    for draft in gone { try transaction.remove(draft) }
    return told
  }

  /// A draft of the schedule neither adds, moves nor calls off what is gone.
  private static func takeOutOfDraft(_ gone: Set<Session.ID>, _ transaction: Transaction) throws {
    guard !gone.isEmpty, var draft = try transaction.list(Filter<BankumModel.Plan>.draft).first else { return }
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
          detailsText: JSONValue.object([
            "mandate": .string(mandate.id.text), "partner": .string(mandate.partner.text),
            "departure": .string(how.code), "on": .string(day.text),
          ]).text()))
      report.referrals.append(mandate.id)
    }
  }
}
