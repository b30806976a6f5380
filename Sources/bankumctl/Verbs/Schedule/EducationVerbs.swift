import BankumAPI
import BankumClient
import BankumWords

/// `education list`, `show`, `create`, `confirm`, `cancel`, `attendance`.
enum EducationVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [list, show, create, confirm, cancel, attendance]
  private static let event = Argument("EVENT", id: .education)

  static let list = VerbDescription(
    "education list", options: [Option("--from", value: .text), Option("--to", value: .text), ListFormat.option],
    summary: .helpEducationListSummary, help: .helpEducationList
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      ScheduleInterface.ListEducation.self,
      ScheduleInterface.ListEducation.Input(
        from: invocation.options["--from"], to: invocation.options["--to"], language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (EducationInfo) -> String?> = [
      "id": { $0.id }, "topic": { $0.topic }, "status": { $0.status }, "start": { $0.start }, "end": { $0.end },
      "room": { $0.room }, "roomName": { $0.roomName }, "partner": { $0.partner }, "partnerName": { $0.partnerName },
      "advocates": { $0.advocates.joined(separator: ";") }, "size": { "\($0.size)" },
      "participants": { $0.participants.map(\.id).joined(separator: ";") },
      "attended": { $0.attended.joined(separator: ";") },
    ]
    invocation.list(reply.value.events, reply.json, fields: fields) { table(reply.value.events, invocation) }
    return .done
  }

  static let show = VerbDescription(
    "education show", arguments: [event], summary: .helpEducationShowSummary, help: .helpEducationShow
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      ScheduleInterface.ListEducation.self,
      ScheduleInterface.ListEducation.Input(event: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else if let event = reply.value.events.first {
      sheet(event, invocation)
    }
    return .done
  }

  static let create = VerbDescription(
    "education create",
    options: [
      Option("--topic", value: .text), Option("--date", value: .text), Option("--start", value: .text),
      Option("--minutes", value: .number), Option("--partner", value: .text), Option("--advocate", value: .text),
      Option("--size", value: .number), Option("--room", value: .text),
    ], summary: .helpEducationCreateSummary, help: .helpEducationCreate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    for needed in ["--topic", "--date", "--start", "--minutes", "--advocate", "--size"] where options[needed] == nil {
      throw Complaint(usage: .usageMissingArgument(name: needed, verb: invocation.verb.name))
    }
    let reply = try invocation.write(
      ScheduleInterface.ProposeEducation.self,
      ScheduleInterface.ProposeEducation.Input(
        topic: options["--topic"] ?? "", date: options["--date"] ?? "", time: options["--start"] ?? "",
        minutes: options["--minutes"].flatMap { Int($0) } ?? 0, partner: options["--partner"],
        advocates: (options["--advocate"] ?? "").split(separator: ",").map(String.init),
        size: options["--size"].flatMap { Int($0) } ?? 0, room: options["--room"],
        language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.educationCreated(event: reply.value.event))
    }
    return .done
  }

  static let confirm = VerbDescription(
    "education confirm", arguments: [event], summary: .helpEducationConfirmSummary, help: .helpEducationConfirm
  ) { (invocation) throws(Complaint) in
    let id = invocation.arguments[0]
    let reply = try invocation.write(
      ScheduleInterface.ConfirmEducation.self,
      ScheduleInterface.ConfirmEducation.Input(event: id, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.educationSaidYes(event: id))
    }
    return .done
  }

  static let cancel = VerbDescription(
    "education cancel", arguments: [event], summary: .helpEducationCancelSummary, help: .helpEducationCancel
  ) { (invocation) throws(Complaint) in
    let id = invocation.arguments[0]
    let reply = try invocation.write(
      ScheduleInterface.CancelEducation.self,
      ScheduleInterface.CancelEducation.Input(event: id, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.educationSaidNo(event: id))
    }
    return .done
  }

  static let attendance = VerbDescription(
    "education attendance",
    options: [Option("--all"), Option("--present", value: .text), Option("--except", value: .text)], arguments: [event],
    summary: .helpEducationAttendanceSummary, help: .helpEducationAttendance
  ) { (invocation) throws(Complaint) in
    let id = invocation.arguments[0]
    func ids(_ option: String) -> [String]? {
      invocation.options[option].map { $0.split(separator: ",").map(String.init) }
    }
    var present = ids("--present")
    if present == nil {
      let except = ids("--except")
      guard invocation.options["--all"] != nil || except != nil else {
        throw Complaint(usage: .usageMissingArgument(name: "--present", verb: invocation.verb.name))
      }
      let reply = try invocation.call(
        ScheduleInterface.ListEducation.self,
        ScheduleInterface.ListEducation.Input(event: id, language: invocation.language.rawValue))
      let away = Set(except ?? [])
      present = (reply.value.events.first?.participants ?? []).filter {
        !away.contains($0.id) && !away.contains($0.number ?? "")
      }.map(\.id)
    }
    let reply = try invocation.write(
      ScheduleInterface.RecordAttendance.self,
      ScheduleInterface.RecordAttendance.Input(
        event: id, present: present ?? [], language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.educationAttendance(event: id, present: present?.count ?? 0))
    }
    return .done
  }

  private static func table(_ events: [EducationInfo], _ invocation: Invocation) {
    let language = invocation.language
    var table = TextTable(
      columns: [
        TextTable.Column(Message.educationColumnId.text(in: language)),
        TextTable.Column(Message.docketColumnDay.text(in: language)),
        TextTable.Column(Message.docketColumnTime.text(in: language)),
        TextTable.Column(Message.noticeColumnOrganisation.text(in: language), shortenedTo: 8),
        TextTable.Column(Message.educationColumnSize.text(in: language)),
        TextTable.Column(Message.sessionColumnStatus.text(in: language)),
        TextTable.Column(Message.educationColumnTopic.text(in: language), shortenedTo: 12),
      ])
    for event in events {
      table.append([
        TextTable.Cell(event.id), TextTable.Cell(String(event.start.prefix(10).suffix(5))),
        TextTable.Cell(SessionSheet.hours(event.start, event.end)), TextTable.Cell(event.partnerName),
        TextTable.Cell(String(event.size)), TextTable.Cell(status(event.status, language)),
        TextTable.Cell(event.topic),
      ])
    }
    invocation.output.table(table)
  }

  private static func sheet(_ event: EducationInfo, _ invocation: Invocation) {
    let language = invocation.language
    var sheet = LabelledLines(language, width: invocation.output.width)
    sheet.add(.educationLabelTopic, TerminalText.visible(event.topic))
    sheet.add(.sessionLabelStatus, status(event.status, language))
    sheet.add(.sessionLabelTime, "\(event.start.prefix(10)) \(SessionSheet.hours(event.start, event.end))")
    sheet.add(.sessionLabelRoom, TerminalText.visible(event.roomName))
    sheet.add(
      .sessionLabelAdvocate,
      TerminalText.visible((event.advocateNames + [event.partnerName]).joined(separator: ", ")))
    sheet.add(.educationLabelSize, language.quantity(event.size))
    for line in sheet.lines { invocation.output.line(line) }
    guard !event.participants.isEmpty else { return }
    var table = TextTable(
      columns: [
        TextTable.Column(Message.docketColumnPlace.text(in: language), shortenedTo: 8),
        TextTable.Column(Message.docketColumnInmate.text(in: language), shortenedTo: 14),
        TextTable.Column(Message.educationColumnNumber.text(in: language), shortenedTo: 10),
        TextTable.Column(Message.educationColumnPresent.text(in: language)),
      ])
    for inmate in event.participants {
      table.append([
        TextTable.Cell([inmate.block, inmate.cell].compactMap { $0 }.joined(separator: "/")),
        TextTable.Cell(inmate.name), TextTable.Cell(inmate.number ?? inmate.id),
        TextTable.Cell(event.attended.contains(inmate.id) ? "*" : ""),
      ])
    }
    invocation.output.table(table)
  }

  private static func status(_ code: String, _ language: Language) -> String {
    Message.named("education.\(code)")?.text(in: language) ?? code
  }
}
