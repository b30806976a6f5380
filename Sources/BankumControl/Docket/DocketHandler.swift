import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// `org.bankum.Docket.List`.
enum DocketHandler {
  typealias Method = DocketInterface.List

  /// The answer from what is in memory; nil when that does not hold it.
  static func listPromptly(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) throws(VarlinkError) -> PreparedReply<Method.Output>? {
    guard input.since == nil else { return nil }
    return try Desk.answerPromptly(daemon, Method.self, caller, language: input.language) { context in
      try context.office.quickDocket(try input.question, context.scope, method: Method.name) { page in
        PreparedReply(output(page, nil, context)).bytes
      }.map { (PreparedReply(bytes: $0.bytes), $0.entry) }
    }
  }

  static func list(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let question = try input.question
      guard let since = input.since else {
        return output(try await context.office.docket(question, context.scope, method: Method.name), nil, context)
      }
      let slip = try await context.office.docketSlip(question, since: since, context.scope, method: Method.name)
      return output(slip.page, slip.changes, context)
    }
  }

  private static func output(
    _ page: DocketPage, _ changes: [BankumOffice.DocketChange]?, _ context: Desk.CallContext
  ) -> Method.Output {
    let clock = context.office.clock
    let zone = clock.zone.text
    return Method.Output(
      version: page.version, at: clock.civilNow.text(in: clock.zone), from: page.days.first.text,
      to: page.days.last.text, sessions: page.lines.map { session($0, zone) },
      changes: changes?.map { change in
        BankumAPI.DocketChange(
          kind: change.kind.code, session: session(change.line, zone),
          formerStart: change.formerStart.map { $0.text + zone }, formerAdvocate: change.formerAdvocate?.name)
      })
  }

  /// - zone: as the wire writes it behind a time.
  private static func session(_ line: DocketLine, _ zone: String) -> DocketSession {
    let legalDetails = line.legalDetails
    return DocketSession(
      id: line.id.text, request: legalDetails?.request?.text, service: legalDetails?.service.code,
      status: line.state.code,
      start: line.start.text + zone, end: line.end.text + zone, callAt: line.callAt.text + zone,
      room: line.room?.name, partner: legalDetails?.partner?.id.text, partnerName: legalDetails?.partner?.shortName,
      advocate: legalDetails?.advocate?.id.text, advocateName: legalDetails?.advocate?.name,
      inmate: DocketInmate(
        id: line.inmate.id.text, name: line.inmate.name, number: line.inmate.registerNumber?.text,
        block: line.block?.name, cell: line.inmate.cell),
      language: legalDetails?.language?.code, stage: legalDetails?.detention.stage?.code,
      termBand: legalDetails?.detention.band.code, termEnds: legalDetails?.detention.lastLawfulDay?.text,
      nextHearing: legalDetails?.nextHearing?.text, caseNumber: legalDetails?.caseNumber,
      firstMeeting: legalDetails?.isFirstMeeting,
      mandate: legalDetails?.mandate?.text)
  }
}

extension DocketInterface.List.Input {
  /// What is asked for.
  fileprivate var question: DocketQuestion {
    get throws(OfficeError) {
      DocketQuestion(
        advocate: try Read.id(advocate, "advocate"), partner: try Read.id(partner, "partner"), block: block,
        from: try Read.date(from, "from"), to: try Read.date(to, "to"), week: try Read.date(week, "week"))
    }
  }
}
