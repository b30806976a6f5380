import BankumAPI
import BankumModel
import BankumOffice
import BankumPlanning
import Varlink

/// The methods about single meetings of `org.bankum.Schedule`.
enum SessionHandlers {
  typealias Interface = ScheduleInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListSessions.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListSessions.Output {
    try await Desk.answer(daemon, Interface.ListSessions.self, input, caller, language: input.language) { context in
      var question = SessionQuestion()
      question.advocate = try Read.id(input.advocate, "advocate")
      question.partner = try Read.id(input.partner, "partner")
      question.inmate = try Read.id(input.inmate, "inmate")
      question.states = Set(try (input.statuses ?? []).map { try Read.code($0, "statuses") })
      question.from = try Read.date(input.from, "from")
      question.to = try Read.date(input.to, "to")
      question.isBroken = input.broken ?? false
      let views = try await context.office.sessions(question, context.scope, method: Interface.ListSessions.name)
      return Interface.ListSessions.Output(sessions: views.map { info($0, context.office.clock.zone) })
    }
  }

  static func show(
    _ daemon: Daemon, _ input: Interface.ShowSession.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowSession.Output {
    try await Desk.answer(daemon, Interface.ShowSession.self, input, caller, language: input.language) { context in
      let view = try await context.office.session(
        try Read.id(input.session, "session"), context.scope, method: Interface.ShowSession.name)
      let zone = context.office.clock.zone
      return Interface.ShowSession.Output(
        session: info(view, zone),
        notices: view.notices.map {
          SessionNotice(
            kind: $0.kind.code, madeAt: $0.madeAt.text(in: zone), acknowledgedAt: $0.acknowledgedAt?.text(in: zone))
        })
    }
  }

  static func pin(
    _ daemon: Daemon, _ input: Interface.PinSession.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.PinSession> {
    try await Desk.write(
      daemon, Interface.PinSession.self, input, caller, language: input.language,
      reply: { (answer: SessionAnswer) in .init(change: change(answer)) }
    ) { context in
      return try await context.office.pinSession(
        try Read.id(input.session, "session"), isPinned: input.pinned, context.order)
    }
  }

  static func move(
    _ daemon: Daemon, _ input: Interface.MoveSession.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.MoveSession> {
    try await Desk.write(
      daemon, Interface.MoveSession.self, input, caller, language: input.language,
      reply: { (answer: SessionAnswer) in .init(change: change(answer)) }
    ) { context in
      let move = SessionMove(
        date: try Read.date(input.date, "date"), start: try Read.minute(input.time, "time"),
        advocate: try Read.id(input.advocate, "advocate"), room: try Read.id(input.room, "room"),
        reason: try input.reason.map { try Read.code($0, "reason") },
        overrides: Set(try (input.overrides ?? []).map { try Read.code($0, "overrides") }),
        overrideReason: input.overrideReason)
      return try await context.office.moveSession(try Read.id(input.session, "session"), move, context.order)
    }
  }

  static func cancel(
    _ daemon: Daemon, _ input: Interface.CancelSession.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.CancelSession> {
    try await Desk.write(
      daemon, Interface.CancelSession.self, input, caller, language: input.language,
      reply: { (answer: SessionAnswer) in .init(change: change(answer)) }
    ) { context in
      return try await context.office.cancelSession(
        try Read.id(input.session, "session"), try Read.code(input.reason, "reason"), context.order)
    }
  }

  static func end(
    _ daemon: Daemon, _ input: Interface.EndSession.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.EndSession> {
    try await Desk.write(
      daemon, Interface.EndSession.self, input, caller, language: input.language,
      reply: { (answer: SessionAnswer) in .init(change: change(answer)) }
    ) { context in
      return try await context.office.endSession(
        try Read.id(input.session, "session"), try outcome(input.outcome), needsFollowUp: input.followUp ?? false,
        context.order)
    }
  }

  static func record(
    _ daemon: Daemon, _ input: Interface.RecordSession.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.RecordSession> {
    try await Desk.write(
      daemon, Interface.RecordSession.self, input, caller, language: input.language,
      reply: { (answer: SessionAnswer) in .init(change: change(answer)) }
    ) { context in
      let start = try Read.minute(input.time, "time")
      let minutes = try Read.number(input.minutes, "minutes", 1...1_439) ?? 0
      guard let end = start.adding(minutes: minutes), let hours = MinuteRange(start, end) else {
        throw OfficeError.invalid("minutes", "\(minutes)", .number(1, 1_440 - start.minutes))
      }
      let inmate = try await context.office.knownInmate(input.inmate, context.scope)
      return try await context.office.recordSession(
        RecordedVisit(
          inmate: inmate, advocate: try Read.id(input.advocate, "advocate"),
          date: try Read.date(input.date, "date"), hours: hours,
          service: try input.service.map { try Read.code($0, "service") } ?? .consultation,
          room: try Read.id(input.room, "room"), request: try Read.id(input.request, "request"),
          outcome: try input.outcome.map { try outcome($0) } ?? .held, needsFollowUp: input.followUp ?? false,
          isUrgent: input.urgent ?? false), context.order)
    }
  }

  static func overrideConflict(
    _ daemon: Daemon, _ input: Interface.OverrideConflict.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.OverrideConflict> {
    try await Desk.write(
      daemon, Interface.OverrideConflict.self, input, caller, language: input.language,
      reply: { (review: ReviewEntry.ID) in .init(review: review.text) }
    ) { context in
      try await context.office.overrideConflict(
        of: try Read.id(input.request, "request"), with: try Read.id(input.partner, "partner"), reason: input.reason,
        context.order)
    }
  }

  private static func outcome(_ code: String) throws(OfficeError) -> SessionState {
    let outcomes = SessionState.allCases.filter(\.isReported)
    guard let state = outcomes.first(where: { $0.code == code }) else {
      throw .invalid("outcome", code, .oneOf(outcomes.map(\.code)))
    }
    return state
  }

  private static func change(_ answer: SessionAnswer) -> BankumAPI.SessionChange {
    BankumAPI.SessionChange(
      session: answer.session.text, status: answer.state.code, requestStatus: answer.request?.code,
      review: answer.review?.text, brokenRules: answer.brokenRules)
  }

  private static func info(_ view: SessionView, _ zone: ZoneOffset) -> SessionInfo {
    let session = view.session
    return SessionInfo(
      id: session.id.text, request: session.request?.text, service: session.service.code, status: session.state.code,
      start: session.start.text(in: zone), end: session.end.text(in: zone),
      callAt: CivilTime(session.date, session.callAt).text(in: zone), room: view.room?.id.text,
      roomName: view.room?.name, partner: view.partner.id.text, partnerName: view.partner.shortName,
      advocate: view.advocate.id.text, advocateName: view.advocate.name,
      inmate: SessionInmate(
        id: view.inmate.id.text, name: view.inmate.name, number: view.inmate.registerNumber?.text,
        block: view.block?.name, cell: view.inmate.cell),
      firstMeeting: session.isFirstMeeting, pinned: session.isPinned, origin: session.origin.code,
      brokenRules: session.brokenRules, changeReason: session.changeReason?.code,
      breaks: HouseRule.allCases.filter { rule in view.breaches.contains { $0.rule == rule } }.map(\.code))
  }
}
