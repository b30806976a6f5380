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
    try await Desk.answer(daemon, Interface.ListNotices.self, input, caller, language: input.language) { visit in
      let notices = try await visit.office.notices(
        telephone: input.telephone ?? false, visit.scope, method: Interface.ListNotices.name)
      return Interface.ListNotices.Output(notices: notices.map { info($0, visit.office.clock.zone) })
    }
  }

  static func acknowledge(
    _ daemon: Daemon, _ input: Interface.AcknowledgeNotices.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.AcknowledgeNotices.Output {
    try await Desk.answer(daemon, Interface.AcknowledgeNotices.self, input, caller, language: input.language) { visit in
      try await visit.office.acknowledgeNotices(
        try input.notices.map { try Read.id($0, "notices") }, visit.order)
      return Interface.AcknowledgeNotices.Output()
    }
  }

  private static func info(_ told: NoticeView, _ zone: ZoneOffset) -> NoticeInfo {
    let session = told.view.session
    return NoticeInfo(
      id: told.notice.id.text, kind: told.notice.kind.code, madeAt: told.notice.madeAt.text(in: zone),
      session: session.id.text, status: session.state.code, start: session.start.text(in: zone),
      end: session.end.text(in: zone), room: told.view.room?.name, partner: told.view.partner.id.text,
      partnerName: told.view.partner.shortName, advocateName: told.view.advocate.name,
      inmateName: told.view.inmate.name, reason: told.notice.planVersion == nil ? session.changeReason?.code : nil,
      telephone: told.isForTelephone)
  }
}
