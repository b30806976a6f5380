import BankumModel
import BankumStore

extension Office {
  /// The docket of somebody: an advocate's own, a partner's, a block's, or the whole house's, as far as he sees.
  ///
  /// Drafts are on no docket. A question about another partner's people is `notFound`. Everybody on the page is noted in
  /// the audit log.
  /// - Throws: `OfficeError`, `StoreError`.
  package func docket(_ question: DocketQuestion, _ scope: Scope, method: String) async throws -> DocketPage {
    let today = clock.today
    let first = question.from ?? today
    guard let days = DateRange(first, question.to ?? first.adding(days: 6)), days.count <= 366 else {
      throw OfficeError.invalid("to", question.to?.text, .dayFrom(first))
    }
    return try await register.read(as: scope.call(method)) { reading in
      let filter = try Self.filter(question, scope, days, reading)
      let sessions = try reading.list(filter).filter { session in
        guard session.state != .draft, session.state != .cancelled else { return false }
        return scope.partner == nil || session.partner == scope.partner
      }
      let version = try reading.list(Filter<BankumStore.Plan>.published).first?.version ?? 0
      var look = DocketLook(reading, scope: scope, today: today)
      let lines = try sessions.map { try look.line($0) }
        .filter { question.block == nil || $0.inmate.block == question.block }
      reading.touch(lines.map(\.inmate.id))
      return DocketPage(version: version, days: days, lines: lines)
    }
  }

  /// The sessions that are looked at, the narrowest filter first. What is out of reach does not exist.
  private static func filter(
    _ question: DocketQuestion, _ scope: Scope, _ days: DateRange, _ reading: Reading
  ) throws -> Filter<Session> {
    var advocate = question.advocate
    if case .partner(let partner, let own) = scope.reach {
      if question.advocate == nil, question.partner == nil { advocate = own }
      if let asked = question.partner, asked != partner { throw OfficeError.notFound("partner", asked.text) }
    }
    if let advocate {
      guard scope.reach != .gate, let found = try reading.find(advocate),
        scope.partner == nil || found.partner == scope.partner,
        question.partner == nil || found.partner == question.partner
      else { throw OfficeError.notFound("advocate", advocate.text) }
      return .advocate(advocate, days)
    }
    if let partner = question.partner ?? scope.partner {
      guard scope.reach != .gate, try reading.find(partner) != nil else {
        throw OfficeError.notFound("partner", partner.text)
      }
      return .partner(partner, days)
    }
    if let block = question.block {
      guard try reading.find(block) != nil else { throw OfficeError.notFound("block", block.text) }
      return .block(block, days)
    }
    return .between(days)
  }
}

/// Looks up what stands on a docket's lines, each thing once.
private struct DocketLook {
  private let reading: Reading
  private let scope: Scope
  private let today: CivilDate
  private var rooms: [Room.ID: Room] = [:]
  private var blocks: [Block.ID: Block] = [:]
  private var partners: [Partner.ID: Partner] = [:]
  private var advocates: [Advocate.ID: Advocate] = [:]
  private var inmates: [Inmate.ID: Inmate] = [:]
  private var clock: DetentionClock?

  init(_ reading: Reading, scope: Scope, today: CivilDate) {
    self.reading = reading
    self.scope = scope
    self.today = today
  }

  mutating func line(_ session: Session) throws -> DocketLine {
    let inmate = try inmates[session.inmate] ?? reading.get(session.inmate)
    inmates[inmate.id] = inmate
    let room = try session.room.flatMap { try Self.look($0, &rooms, reading) }
    let block = try inmate.block.flatMap { try Self.look($0, &blocks, reading) }
    return DocketLine(
      id: session.id, start: session.start, end: session.end, callAt: CivilTime(session.date, session.callAt),
      state: session.state, room: room, inmate: inmate, block: block,
      matter: scope.reach == .gate ? nil : try matter(session, inmate))
  }

  private mutating func matter(_ session: Session, _ inmate: Inmate) throws -> DocketLine.Matter {
    let request = try session.request.flatMap { try reading.find($0) }
    let clock = try self.clock ?? DetentionClock(rules: reading.rules(), on: today)
    self.clock = clock
    let detention = clock.status(
      isDetainee: inmate.isDetainee, terms: try reading.list(.of(inmate.id)),
      suspensions: try reading.list(Filter<Absence>.of(inmate.id)).compactMap(\.suspension), on: today)
    let hearing = try reading.list(Filter<Hearing>.of(inmate.id, from: session.date)).first { $0.status != .cancelled }
    let matter = try (request?.caseFile ?? hearing?.caseFile).flatMap { try reading.find($0) }
    return DocketLine.Matter(
      request: session.request, service: session.service, partner: try Self.look(session.partner, &partners, reading),
      advocate: try Self.look(session.advocate, &advocates, reading),
      language: request?.language ?? inmate.languages.first, detention: detention, nextHearing: hearing?.date,
      caseNumber: matter?.number, isFirstMeeting: session.isFirstMeeting, mandate: session.mandate)
  }

  private static func look<Value: Stored & Entity>(
    _ id: Identifier<Value>, _ known: inout [Identifier<Value>: Value], _ reading: Reading
  ) throws(StoreError) -> Value? {
    if let value = known[id] { return value }
    let found = try reading.find(id)
    known[id] = found
    return found
  }
}
