import BankumAPI
import BankumClient
import BankumWords
import JSON

/// `notice list`, `notice ack`.
enum NoticeVerbs {
  static let all = [list, acknowledge]

  static let list = VerbDescription(
    "notice list", options: [VerbDescription.Option("--telephone"), ListFormat.option],
    summary: .helpNoticeListSummary, help: .helpNoticeList
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      DocketInterface.ListNotices.self,
      DocketInterface.ListNotices.Input(
        telephone: invocation.options["--telephone"] != nil, language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (NoticeInfo) -> String?> = [
      "id": { $0.id }, "kind": { $0.kind }, "madeAt": { $0.madeAt }, "session": { $0.session },
      "request": { $0.request }, "education": { $0.education }, "status": { $0.status }, "start": { $0.start },
      "end": { $0.end }, "room": { $0.room }, "partner": { $0.partner }, "partnerName": { $0.partnerName },
      "advocateName": { $0.advocateName }, "inmateName": { $0.inmateName }, "topic": { $0.topic },
      "reason": { $0.reason }, "telephone": { $0.telephone ? "1" : "0" },
    ]
    invocation.list(reply.value.notices, reply.json, fields: fields) { show(reply.value.notices, invocation) }
    return .done
  }

  static let acknowledge = VerbDescription(
    "notice ack", options: [VerbDescription.Option("--all")],
    arguments: [VerbDescription.Argument("NOTICE", isRequired: false, id: .notice)],
    summary: .helpNoticeAckSummary, help: .helpNoticeAck
  ) { (invocation) throws(Complaint) in
    var ids = invocation.arguments
    if invocation.options["--all"] != nil {
      let open = try invocation.call(
        DocketInterface.ListNotices.self, DocketInterface.ListNotices.Input(language: invocation.language.rawValue))
      ids = open.value.notices.map(\.id)
    } else if ids.isEmpty {
      throw Complaint(usage: .usageMissingArgument(name: "NOTICE", verb: "notice ack"))
    }
    guard !ids.isEmpty else {
      if invocation.output.isJSON { invocation.output.json([:]) } else { invocation.say(.noticeNone) }
      return .done
    }
    let reply = try invocation.write(
      DocketInterface.AcknowledgeNotices.self,
      DocketInterface.AcknowledgeNotices.Input(notices: ids, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.noticeAcknowledged(notices: ids.count))
    }
    return .done
  }

  private static func show(_ notices: [NoticeInfo], _ invocation: Invocation) {
    let language = invocation.language
    guard !notices.isEmpty else {
      if !invocation.output.hidesLegend { invocation.say(.noticeNone) }
      return
    }
    var table = TextTable(
      columns: [
        TextTable.Column(Message.noticeColumnId.text(in: language)),
        TextTable.Column(Message.noticeColumnKind.text(in: language)),
        TextTable.Column(Message.docketColumnDay.text(in: language)),
        TextTable.Column(Message.docketColumnTime.text(in: language)),
        TextTable.Column(Message.docketColumnInmate.text(in: language), shortenedTo: 10),
        TextTable.Column(Message.noticeColumnOrganisation.text(in: language), shortenedTo: 6),
        TextTable.Column(Message.docketColumnAdvocate.text(in: language), shortenedTo: 8),
      ])
    for notice in notices {
      table.append([
        TextTable.Cell(notice.id),
        TextTable.Cell(SessionSheet.kind(notice.kind, language), style: notice.telephone ? .alarm : .plain),
        TextTable.Cell(notice.start.map { String($0.prefix(10).suffix(5)) } ?? ""),
        TextTable.Cell(notice.start.map { SessionSheet.hours($0, notice.end ?? $0) } ?? ""),
        TextTable.Cell(notice.inmateName ?? notice.topic ?? ""),
        TextTable.Cell(notice.partnerName), TextTable.Cell(notice.advocateName ?? ""),
      ])
    }
    invocation.output.table(table)
  }
}
