package import BankumModel
import BankumPlanning
import BankumStore
import JSON

extension Office {
  /// Why a request is where it is, for the reader who is named or the usual one of the caller: beside the schedule as it
  /// stands, by the facts of now. Nothing is planned and nothing written.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` for a year without a calendar; `StoreError`.
  package func explain(
    _ id: Request.ID, for audience: Audience?, _ scope: Scope, method: String
  ) async throws -> RequestExplanation {
    let now = clock.civilNow
    let allowed = Audience.allowed(for: scope)
    guard let audience = audience ?? allowed.first, allowed.contains(audience) else {
      throw OfficeError.invalid("audience", audience?.code, .oneOf(allowed.map(\.code)))
    }
    return try await register.read(as: scope.call(method), length: .long) { [houseCache, register] reading in
      let request = try reading.request(id, for: scope)
      reading.touch([id])
      reading.touch([request.inmate])
      // What is not published nobody outside the office is told.
      let drafts = audience == .registrar ? try reading.list(Filter<Session>.drafts) : []
      let schedule = try houseCache.schedule(reading, register, at: now, withDraft: audience == .registrar)
      do {
        return try Explaining(
          request, audience, schedule, partner: scope.partner ?? request.offer?.partner,
          drafts: Dictionary(drafts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        ).answer()
      } catch let error as PlanningError {
        throw OfficeError(error)
      }
    }
  }
}

extension Reading {
  /// The schedule of facts, over the days of the last run.
  func schedule(of facts: HouseFacts) throws -> Result<PublishedSchedule, PlanningError> {
    let asked = try list(Filter<Run>.latest(1)).first?.parameters
    return Result { () throws(PlanningError) in
      try PublishedSchedule(
        facts, from: asked?["from"]?.text.flatMap { try? CivilDate(parsing: $0) },
        workingDays: asked?["days"]?.number)
    }
  }

  /// Adds a draft to facts as if it were published.
  func add(_ draft: BankumModel.Plan, to facts: inout HouseFacts) throws {
    let cancelled = Set(draft.cancelled)
    let moves = Dictionary(draft.moved.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    facts.sessions = facts.sessions.filter { !cancelled.contains($0.id) }.map { session in
      guard let move = moves[session.id] else { return session }
      var session = session
      (session.advocate, session.room, session.date) = (move.advocate, move.room, move.date)
      (session.hours, session.callAt) = (move.hours, move.callAt)
      return session
    }
    facts.sessions += try list(Filter<Session>.drafts).map(\.asOffered)
  }
}

extension JSONValue {
  fileprivate subscript(name: String) -> JSONValue? {
    if case .object(let object) = self { object[name] } else { nil }
  }

  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var number: Int? {
    if case .integer(let number) = self { Int(number) } else { nil }
  }
}
