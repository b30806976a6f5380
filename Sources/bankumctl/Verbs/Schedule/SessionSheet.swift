import BankumAPI
import BankumWords

/// Meetings as people read them: a table of many, a sheet of one.
enum SessionSheet {
  static func table(_ sessions: [SessionInfo], _ invocation: Invocation) {
    let language = invocation.language
    let hasBreaks = sessions.contains { !$0.breaks.isEmpty }
    var table = TextTable(
      columns: [
        TextTable.Column(Message.sessionColumnId.text(in: language)),
        TextTable.Column(Message.docketColumnDay.text(in: language)),
        TextTable.Column(Message.docketColumnTime.text(in: language)),
        TextTable.Column(Message.docketColumnInmate.text(in: language), shortenedTo: 10),
        TextTable.Column(Message.docketColumnAdvocate.text(in: language), shortenedTo: 8),
        TextTable.Column(Message.docketColumnRoom.text(in: language), shortenedTo: 12),
        TextTable.Column(
          (hasBreaks ? Message.sessionColumnBreaks : .sessionColumnStatus).text(in: language), shortenedTo: 10),
      ])
    for session in sessions {
      let last =
        hasBreaks
        ? TextTable.Cell(session.breaks.joined(separator: ", "), style: .warning)
        : TextTable.Cell(status(session.status, language) + (session.pinned ? " *" : ""))
      table.append([
        TextTable.Cell(session.id), TextTable.Cell(String(session.start.prefix(10).suffix(5))),
        TextTable.Cell(hours(session.start, session.end)), TextTable.Cell(session.inmate.name),
        TextTable.Cell(session.advocateName), TextTable.Cell(session.roomName ?? ""), last,
      ])
    }
    invocation.output.table(table)
  }

  /// The fields of a meeting in a CSV file.
  static var fields: KeyValuePairs<String, (SessionInfo) -> String?> {
    [
      "id": { $0.id }, "request": { $0.request }, "service": { $0.service }, "status": { $0.status },
      "start": { $0.start }, "end": { $0.end }, "callAt": { $0.callAt }, "room": { $0.room },
      "roomName": { $0.roomName }, "partner": { $0.partner }, "partnerName": { $0.partnerName },
      "advocate": { $0.advocate }, "advocateName": { $0.advocateName }, "inmate": { $0.inmate.id },
      "inmateName": { $0.inmate.name }, "number": { $0.inmate.number }, "block": { $0.inmate.block },
      "cell": { $0.inmate.cell }, "firstMeeting": { $0.firstMeeting ? "1" : "0" },
      "pinned": { $0.pinned ? "1" : "0" }, "origin": { $0.origin },
      "brokenRules": { $0.brokenRules.joined(separator: ";") }, "changeReason": { $0.changeReason },
      "breaks": { $0.breaks.joined(separator: ";") },
    ]
  }

  static func sheet(_ session: SessionInfo, _ notices: [SessionNotice], _ invocation: Invocation) {
    let language = invocation.language
    var sheet = LabelledLines(language, width: invocation.output.width)
    func add(_ label: Message, _ value: String?) {
      if let value, !value.isEmpty { sheet.add(label, TerminalText.visible(value)) }
    }
    add(.sessionLabelSession, session.id)
    add(.sessionLabelStatus, status(session.status, language))
    add(.sessionLabelTime, "\(session.start.prefix(10)) \(hours(session.start, session.end))")
    add(.sessionLabelInmate, "\(session.inmate.name) (\(session.inmate.number ?? session.inmate.id))")
    add(.sessionLabelPlace, [session.inmate.block, session.inmate.cell].compactMap { $0 }.joined(separator: "/"))
    add(.sessionLabelAdvocate, "\(session.advocateName), \(session.partnerName)")
    add(.sessionLabelRoom, session.roomName)
    add(.sessionLabelRequest, session.request)
    add(.sessionLabelReason, session.changeReason.flatMap { Message.named("reason.\($0)")?.text(in: language) })
    add(.sessionLabelBrokenRules, session.brokenRules.joined(separator: ", "))
    add(.sessionLabelBreaks, session.breaks.joined(separator: ", "))
    for notice in notices {
      let read: Message = notice.acknowledgedAt.map { .noticeRead(at: String($0.prefix(16))) } ?? .noticeUnread
      add(.sessionLabelNotice, "\(kind(notice.kind, language)), \(read.text(in: language))")
    }
    for line in sheet.lines { invocation.output.line(line) }
    if session.pinned, !invocation.output.hidesLegend { invocation.say(.sessionIsPinned) }
  }

  static func status(_ code: String, _ language: Language) -> String {
    Message.named("session.\(code)")?.text(in: language) ?? code
  }

  static func kind(_ code: String, _ language: Language) -> String {
    Message.named("notice.\(code)")?.text(in: language) ?? code
  }

  static func hours(_ start: String, _ end: String) -> String {
    "\(start.dropFirst(11).prefix(5))-\(end.dropFirst(11).prefix(5))"
  }
}
