import BankumModel
import BankumStore

extension Office {
  /// The longest page that is answered where its question arrives, before anything waits.
  private static let quickLines = 200

  /// The docket of somebody: an advocate's own, a partner's, a block's, or the whole house's, as far as he sees.
  ///
  /// Drafts are on no docket. A question about another partner's people is `notFound`. Everybody on the page is noted in
  /// the audit log.
  /// - Throws: `OfficeError`, `StoreError`.
  package func docket(_ question: DocketQuestion, _ scope: Scope, method: String) async throws -> DocketPage {
    let today = clock.today
    if let model = docketCache.current(register, today: today),
      let page = try Self.page(question, scope, model)
    {
      try await note(page, scope, method)
      return page
    }
    let page = try await register.readUnaudited { [self] reading in
      let model = try docketCache.renewed(reading, register, today: today)
      return try Self.page(question, scope, model) ?? Self.page(question, scope, model, reading)
    }
    try await note(page, scope, method)
    return page
  }

  /// What is made of the docket, without waiting for anything, and who is to be noted before it leaves; nil when the
  /// read model is not up to date, does not hold the days, or the page is a long one.
  ///
  /// What was made of a page is kept until the register, or the minute of the clock, goes on: `make` may use nothing
  /// but the page, the time to the minute and what never changes.
  /// - Throws: `OfficeError`.
  package func quickDocket(
    _ question: DocketQuestion, _ scope: Scope, method: String, _ make: (DocketPage) -> [UInt8]
  ) throws(OfficeError) -> (bytes: [UInt8], entry: ReadEntry)? {
    let now = clock.civilNow
    guard let model = docketCache.current(register, today: now.date) else { return nil }
    let key = DocketAnswers.Question(question: question, reach: scope.reach, at: now)
    if let known = model.answers[key] { return (known.bytes, entry(known.people, scope, method)) }
    guard let page = try Self.page(question, scope, model), page.lines.count <= Self.quickLines else { return nil }
    let bytes = make(page)
    let people = Self.people(page)
    model.answers.keep(DocketAnswers.Answer(bytes: bytes, people: people), for: key)
    return (bytes, entry(people, scope, method))
  }

  private func entry(_ people: AuditTargets, _ scope: Scope, _ method: String) -> ReadEntry {
    ReadEntry(register: register, call: scope.call(method), people: people, isEssential: scope.reach == .gate)
  }

  private func note(_ page: DocketPage, _ scope: Scope, _ method: String) async throws(StoreError) {
    // Who is called from which block goes on while the disk is full: people stand at the door.
    try await register.noteRead(
      as: scope.call(method), Self.people(page), isEssential: scope.reach == .gate)
  }

  private static func people(_ page: DocketPage) -> AuditTargets {
    AuditTargets(page.lines.lazy.map { $0.session.inmate })
  }

  /// The page from memory; nil when the read model does not hold its days.
  static func page(
    _ question: DocketQuestion, _ scope: Scope, _ model: DocketReadModel
  ) throws(OfficeError) -> DocketPage? {
    let selection = try DocketSelection(question, scope, model.house, today: model.today)
    guard let lines = model.lines(selection) else { return nil }
    return DocketPage(version: model.version, days: selection.days, lines: visible(lines, scope))
  }

  /// The page from the register: days that are long past, or far ahead.
  static func page(
    _ question: DocketQuestion, _ scope: Scope, _ model: DocketReadModel, _ reading: Reading
  ) throws -> DocketPage {
    let selection = try DocketSelection(question, scope, model.house, today: model.today)
    var resolver = DocketResolver(reading, model.house, today: model.today)
    let lines = try reading.list(selection.filter).compactMap { try resolver.line($0) }
    return DocketPage(
      version: model.version, days: selection.days, lines: visible(lines.filter { selection.includes($0) }, scope))
  }

  private static func visible(_ lines: [DocketLine], _ scope: Scope) -> [DocketLine] {
    scope.reach == .gate ? lines.map(\.withoutLegalDetails) : lines
  }
}

extension DocketSelection {
  /// The sessions that are looked at: by the narrowest index.
  var filter: Filter<Session> {
    if let advocate { return .advocate(advocate, days) }
    if let partner { return .partner(partner, days) }
    if let block { return .block(block, days) }
    return .between(days)
  }
}
