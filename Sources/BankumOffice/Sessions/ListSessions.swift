package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// The meetings that somebody asks for, as far as he sees: the registrar everything with drafts and what was called
  /// off, a partner its own without drafts. Everybody in them is noted in the audit log.
  /// - Throws: `OfficeError`, `StoreError`.
  package func sessions(_ question: SessionQuestion, _ scope: Scope, method: String) async throws -> [SessionView] {
    let now = clock.civilNow
    let first = question.from ?? now.date
    let last = question.to ?? first.adding(days: question.isBroken ? 365 : 6)
    guard let days = DateRange(first, last), days.count <= 366 else {
      throw OfficeError.invalid("to", question.to?.text, .dayFrom(first))
    }
    return try await register.read(as: scope.call(method), length: .long) { [houseCache, register] reading in
      let filter = try Self.filter(question, scope, days, reading)
      var sessions = try reading.list(filter).filter { session in
        scope.sees(session) && (question.states.isEmpty || question.states.contains(session.state))
          && (question.inmate == nil || session.inmate == question.inmate)
          && (question.partner == nil || session.partner == question.partner)
      }
      var breaches: [Session.ID: [RuleBreach]] = [:]
      if question.isBroken {
        breaches = try houseCache.check(reading, register, at: now).brokenSessions()
        sessions = sessions.filter { breaches[$0.id] != nil }
      }
      let views = try sessions.map { try SessionView($0, breaches: breaches[$0.id] ?? [], reading) }
      reading.touch(Set(views.map(\.inmate.id)))
      return views
    }
  }

  /// One meeting with what the partner was told about it.
  /// - Throws: `OfficeError.notFound`, `StoreError`.
  package func session(_ id: Session.ID, _ scope: Scope, method: String) async throws -> SessionView {
    let now = clock.civilNow
    return try await register.read(as: scope.call(method), length: .long) { [houseCache, register] reading in
      let session = try reading.session(id, for: scope)
      let isComing = session.state.isPublished && session.start >= now
      let view = try SessionView(
        session, breaches: isComing ? try houseCache.check(reading, register, at: now).breaches(session) : [],
        notices: try reading.list(Filter<Notice>.session(id)), reading)
      reading.touch([session.inmate])
      return view
    }
  }

  /// The narrowest filter that holds everything asked for. What is out of reach does not exist.
  private static func filter(
    _ question: SessionQuestion, _ scope: Scope, _ days: DateRange, _ reading: Reading
  ) throws -> Filter<Session> {
    if let partner = question.partner {
      guard scope.partner ?? partner == partner, try reading.find(partner) != nil else {
        throw OfficeError.notFound("partner", partner.text)
      }
    }
    if let advocate = question.advocate {
      guard let found = try reading.find(advocate), scope.partner ?? found.partner == found.partner else {
        throw OfficeError.notFound("advocate", advocate.text)
      }
      return .advocate(advocate, days)
    }
    if let inmate = question.inmate {
      // Whoever a partner has never met does not exist for it; nor is it told that he does.
      let isThere = try reading.find(inmate) != nil
      guard scope.partner != nil || isThere else {
        throw OfficeError.notFound("inmate", inmate.text)
      }
      return .inmate(inmate, days)
    }
    if let partner = question.partner ?? scope.partner { return .partner(partner, days) }
    return .between(days)
  }
}
