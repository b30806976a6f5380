import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// `org.bankum.Docket.List`.
enum DocketHandler {
  typealias Method = DocketInterface.List

  static func list(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { visit in
      let question = DocketQuestion(
        advocate: try Read.id(input.advocate, "advocate"), partner: try Read.id(input.partner, "partner"),
        block: try Read.id(input.block, "block"), from: try Read.date(input.from, "from"),
        to: try Read.date(input.to, "to"))
      let page = try await visit.office.docket(question, visit.scope, method: Method.name)
      let zone = visit.office.clock.zone
      return Method.Output(
        version: page.version, from: page.days.first.text, to: page.days.last.text,
        sessions: page.lines.map { session($0, zone) })
    }
  }

  private static func session(_ line: DocketLine, _ zone: ZoneOffset) -> DocketSession {
    let matter = line.matter
    return DocketSession(
      id: line.id.text, request: matter?.request?.text, service: matter?.service.code, status: line.state.code,
      start: line.start.text(in: zone), end: line.end.text(in: zone), callAt: line.callAt.text(in: zone),
      room: line.room?.name, partner: matter?.partner?.id.text, partnerName: matter?.partner?.shortName,
      advocate: matter?.advocate?.id.text, advocateName: matter?.advocate?.name,
      inmate: DocketInmate(
        id: line.inmate.id.text, name: line.inmate.name, number: line.inmate.registerNumber?.text,
        block: line.block?.name, cell: line.inmate.cell),
      language: matter?.language?.code, stage: matter?.detention.stage?.code,
      termBand: matter?.detention.band.code, termEnds: matter?.detention.lastLawfulDay?.text,
      nextHearing: matter?.nextHearing?.text, caseNumber: matter?.caseNumber, firstMeeting: matter?.isFirstMeeting,
      mandate: matter?.mandate?.text)
  }
}
