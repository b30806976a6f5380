import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import Varlink

/// The methods about notices of `org.bankum.Docket`.
enum NoticeHandlers {
  typealias Interface = DocketInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListNotices.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListNotices.Output {
    try await Desk.answer(daemon, Interface.ListNotices.self, input, caller, language: input.language) { context in
      let notices = try await context.office.notices(
        telephone: input.telephone ?? false, context.scope, method: Interface.ListNotices.name)
      return Interface.ListNotices.Output(notices: notices.map { info($0, context.office.clock.zone) })
    }
  }

  static func acknowledge(
    _ daemon: Daemon, _ input: Interface.AcknowledgeNotices.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AcknowledgeNotices> {
    try await Desk.write(
      daemon, Interface.AcknowledgeNotices.self, input, caller, language: input.language,
      reply: { (_: Done) in .init() }
    ) { context in
      try await context.office.acknowledgeNotices(
        try input.notices.map { try Read.id($0, "notices") }, context.order)
    }
  }

  private static func info(_ told: NoticeView, _ zone: ZoneOffset) -> NoticeInfo {
    let notice = told.notice
    var info = NoticeInfo(
      id: notice.id.text, kind: notice.kind.code, madeAt: notice.madeAt.text(in: zone),
      session: notice.subject.session?.text, request: notice.subject.request?.text,
      education: notice.subject.education?.text, status: "", partner: told.partner.id.text,
      partnerName: told.partner.shortName, telephone: told.isForTelephone)
    switch told.about {
    case .meeting(let view):
      let session = view.session
      info.status = session.state.code
      info.start = session.start.text(in: zone)
      info.end = session.end.text(in: zone)
      info.room = view.room?.name
      info.advocateName = view.advocate.name
      info.inmateName = view.inmate.name
      info.reason = notice.kind == .new ? nil : session.changeReason?.code
    case .request(let request, let inmate):
      info.status = request.state.code
      info.inmateName = inmate.name
      info.reason = request.closing?.reason.code
    case .education(let event, let hall):
      info.status = event.state.code
      info.start = CivilTime(event.date, event.hours.start).text(in: zone)
      info.end = CivilTime(event.date, event.hours.end).text(in: zone)
      info.room = hall.name
      info.topic = event.topic
    }
    return info
  }
}
