import BankumAPI
import BankumModel
import BankumOffice
import BankumPlanning
import BankumWords
import Varlink

/// `org.bankum.Schedule.Explain`.
enum ExplainHandler {
  typealias Method = ScheduleInterface.Explain

  static func explain(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let audience: Audience? = try input.audience.map { text throws(OfficeError) in try Read.code(text, "audience") }
      let answer = try await context.office.explain(
        try Read.id(input.request, "request"), for: audience, context.scope, method: Method.name)
      return output(answer, context)
    }
  }

  private static func output(_ answer: RequestExplanation, _ context: Desk.CallContext) -> Method.Output {
    let language = context.language
    let zone = context.office.clock.zone
    let isGuard = answer.audience == .guardian
    return Method.Output(
      request: answer.request.id.text, audience: answer.audience.code,
      status: isGuard ? answer.meeting?.session.state.code ?? "waiting" : answer.request.state.code,
      service: isGuard ? nil : answer.request.service.code, rank: answer.place, tier: answer.priority?.tier,
      points: answer.priority?.points,
      factors: (answer.priority?.factors ?? []).map {
        PriorityFactor(kind: $0.kind.code, count: $0.count, points: $0.points)
      },
      meeting: answer.meeting.map { meeting($0, zone) },
      reasons: answer.reasons.map { reason($0, language) } + inmateReasons(answer, language),
      alternatives: answer.alternatives.map(place),
      smallestChange: answer.smallestChange.isEmpty
        ? nil : ExplainedChange(whatIf: WhatIf.text(answer.smallestChange), otherwise: answer.rival?.text),
      expected: answer.expected.map { ExpectedDays(from: $0.first.text, to: $0.last.text) },
      text: answer.sentence.text(in: language))
  }

  private static func meeting(_ meeting: RequestExplanation.Meeting, _ zone: ZoneOffset) -> ExplainedMeeting {
    let session = meeting.session
    return ExplainedMeeting(
      session: session.id.text, status: session.state.code, start: session.start.text(in: zone),
      end: session.end.text(in: zone), callAt: CivilTime(session.date, session.callAt).text(in: zone),
      room: meeting.room?.name, partner: meeting.partner?.id.text, partnerName: meeting.partner?.shortName,
      advocate: meeting.advocate?.id.text, advocateName: meeting.advocate?.name)
  }

  private static func reason(_ reason: RequestExplanation.Reason, _ language: Language) -> ExplainedReason {
    let breach = reason.breach
    let subject = reason.subject
    let statement = breach.message.text(in: language)
    return ExplainedReason(
      rule: breach.rule.code, partner: breach.partner?.text, advocate: breach.advocate?.text, room: breach.room?.text,
      subject: subject, statement: statement, text: subject.map { "\($0): \(statement)" } ?? statement,
      values: breach.values.map(\.text), days: reason.days)
  }

  private static func inmateReasons(_ answer: RequestExplanation, _ language: Language) -> [ExplainedReason] {
    answer.inmateReasons.map { reason in
      let text = reason.message.text(in: language)
      return ExplainedReason(
        rule: reason.code, partner: nil, advocate: nil, room: nil, subject: nil, statement: text, text: text,
        values: [], days: 0)
    }
  }

  private static func place(_ place: RequestExplanation.Alternative) -> ExplainedPlace {
    ExplainedPlace(
      advocate: place.advocate.id.text, advocateName: place.advocate.name, partner: place.advocate.partner.text,
      date: place.date.text, from: place.hours.start.text, to: place.hours.end.text, loss: place.loss)
  }
}
