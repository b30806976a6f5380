package import BankumModel
import BankumStore

/// A day in court with whose it is.
package struct HearingEntry: Sendable {
  /// The hearing.
  package let hearing: Hearing
  /// Whose.
  package let inmate: Inmate
  /// His block.
  package let block: Block?
  /// The number of the case.
  package let caseNumber: String?
}

/// A hearing as somebody enters it.
package struct HearingOrder: Sendable {
  /// The day.
  package var date: CivilDate
  /// Where.
  package var court: String?
  /// Whether it is held from the house.
  package var isOnline: Bool
  /// The case, by id or number.
  package var caseFile: String?
  /// Who represents him there, by id or name.
  package var advocate: String?

  /// Takes the fields as they are.
  package init(date: CivilDate, court: String?, isOnline: Bool, caseFile: String?, advocate: String?) {
    self.date = date
    self.court = court
    self.isOnline = isOnline
    self.caseFile = caseFile
    self.advocate = advocate
  }
}

extension Office {
  /// The hearings of some days, or all of one person, by day; a partner sees its clients'.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func listHearings(
    of text: String?, _ days: DateRange?, status: HearingStatus?, _ page: Page, _ scope: Scope, method: String
  ) async throws -> Listed<HearingEntry> {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      var hearings: [Hearing]
      let people: [Inmate.ID: Inmate]
      if let text {
        let inmate = try reading.inmate(resolving: text, in: scope)
        people = [inmate.id: inmate]
        hearings = try reading.list(Filter<Hearing>.of(inmate.id, from: .earliest))
      } else {
        people = try reading.peopleHere(in: scope)
        hearings = try reading.list(Filter<Hearing>.between(days ?? DateRange(first: today, days: 7)))
      }
      if let days { hearings.removeAll { !days.contains($0.date) } }
      // What is called off is listed only for those who ask for it.
      hearings.removeAll { hearing in
        people[hearing.inmate] == nil || (status.map { hearing.status != $0 } ?? (hearing.status == .cancelled))
      }
      let listed = try page.part(of: hearings) { hearing -> HearingEntry in
        let inmate = try people[hearing.inmate] ?? reading.required(hearing.inmate)
        return HearingEntry(
          hearing: hearing, inmate: inmate, block: try reading.required(ifSet: inmate.block),
          caseNumber: try reading.required(ifSet: hearing.caseFile)?.number)
      }
      reading.touch(listed.values.map(\.inmate.id))
      return listed
    }
  }

  /// Enters a day in court. What counsel tells of his own client is `reported`; the registrar who enters the same day
  /// confirms it.
  /// - Throws: `OfficeError`: `notFound`, `refused`, `invalid`; `StoreError`.
  package func addHearing(_ text: String, _ hearing: HearingOrder, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let now = clock.civilNow
    return try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      guard inmate.presence.isPlannable else { throw OfficeError.refused(.people(.hasLeft(inmate.presence))) }
      let isReport = order.scope.partner != nil
      let file = try hearing.caseFile.map { try transaction.caseFile(resolving: $0, in: order.scope) }
      let advocate = try hearing.advocate.map { try transaction.advocate(resolving: $0, in: order.scope) }
      var made = Hearing(
        id: newID(), inmate: inmate.id, caseFile: file?.id, date: hearing.date, court: hearing.court,
        isOnline: hearing.isOnline, advocate: advocate?.id, status: isReport ? .reported : .confirmed)
      let known = try transaction.list(Filter<Hearing>.of(inmate.id, from: hearing.date)).first {
        $0.date == hearing.date && $0.status != .cancelled
          && (file == nil || $0.caseFile == nil || $0.caseFile == file?.id)
      }
      if let known {
        guard known.status == .reported, !isReport else {
          throw OfficeError.refused(.people(.hearingKnown(known.id)))
        }
        made = known
        made.status = .confirmed
        made.caseFile = file?.id ?? known.caseFile
        made.court = hearing.court ?? known.court
        made.isOnline = hearing.isOnline
        made.advocate = advocate?.id ?? known.advocate
      }
      try transaction.put(made)
      transaction.audit(targets: [inmate.id.text, made.id.text])
      return RegisterOutcome(
        made.id,
        meetings: try transaction.comingMeetings(of: inmate.id, on: OpenDateRange(made.date, made.date), after: now))
    }
  }

  /// Gives a hearing another day, and confirms it by that.
  /// - Throws: `OfficeError`: `notFound`, `refused` if it was cancelled; `StoreError`.
  package func moveHearing(
    _ id: Hearing.ID, to date: CivilDate, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    try await changeHearing(id, order) { hearing in
      hearing.date = date
      hearing.status = .confirmed
    }
  }

  /// Says that a hearing will not take place.
  /// - Throws: `OfficeError`: `notFound`, `refused` if it was cancelled; `StoreError`.
  package func cancelHearing(_ id: Hearing.ID, _ order: WriteOrder<RegisterOutcome>) async throws -> RegisterOutcome {
    try await changeHearing(id, order) { $0.status = .cancelled }
  }

  private func changeHearing(
    _ id: Hearing.ID, _ order: WriteOrder<RegisterOutcome>, _ change: @escaping @Sendable (inout Hearing) -> Void
  ) async throws -> RegisterOutcome {
    let now = clock.civilNow
    return try await write(order) { transaction in
      var hearing = try transaction.thing(id, "hearing")
      guard hearing.status != .cancelled else { throw OfficeError.refused(.people(.hearingCancelled)) }
      change(&hearing)
      try transaction.put(hearing)
      transaction.audit(targets: [hearing.inmate.text, id.text])
      let day = OpenDateRange(hearing.date, hearing.date)
      let meetings =
        hearing.status == .cancelled ? [] : try transaction.comingMeetings(of: hearing.inmate, on: day, after: now)
      return RegisterOutcome(id, meetings: meetings)
    }
  }
}
