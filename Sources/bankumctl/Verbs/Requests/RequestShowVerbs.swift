import BankumAPI
import BankumClient
import BankumWords

/// `request list`, `request show`.
enum RequestShowVerbs {
  private typealias Option = VerbDescription.Option

  static let list = VerbDescription(
    "request list",
    options: [
      Option("--state", value: .text, isRepeatable: true), Option("--partner", value: .id(.partner)),
      Option("--inmate", value: .id(.inmate)), Option("--service", value: .choice(RequestVerbs.services)),
      ListFormat.option,
    ], summary: .helpRequestListSummary, help: .helpRequestList
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.call(
      RequestsInterface.List.self,
      RequestsInterface.List.Input(
        states: invocation.repeated["--state"], partner: options["--partner"], inmate: options["--inmate"],
        service: options["--service"], language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (RequestDetails) -> String?> = [
      "id": { $0.id }, "inmate": { $0.inmate.id }, "number": { $0.inmate.number }, "service": { $0.service },
      "status": { $0.status }, "submittedOn": { $0.submittedOn }, "partner": { $0.partner },
      "checkBy": { $0.checkBy }, "answerBy": { $0.answerBy }, "daysLate": { "\($0.daysLate)" },
      "channel": { $0.channel }, "topic": { $0.topic }, "wishPartner": { $0.wishPartner },
      "refusedPartners": { request in
        request.exclusions.filter { $0.reason == "refusedByInmate" }.map(\.partner).joined(separator: ";")
      },
      "language": { $0.language }, "needs": { $0.needs.joined(separator: ";") },
      "povertyProof": { $0.povertyProof },
    ]
    invocation.list(reply.value.requests, reply.json, fields: fields) { showTable(reply.value, invocation) }
    return .done
  }

  static let show = VerbDescription(
    "request show", arguments: [VerbDescription.Argument("REQUEST", id: .request)], summary: .helpRequestShowSummary,
    help: .helpRequestShow
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RequestsInterface.Get.self,
      RequestsInterface.Get.Input(request: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { show(reply.value.request, invocation) }
    return .done
  }

  private static func showTable(_ reply: RequestsInterface.List.Output, _ invocation: Invocation) {
    let language = invocation.language
    var table = TextTable(columns: [
      TextTable.Column(Message.requestColumnRequest.text(in: language)),
      TextTable.Column(Message.requestColumnInmate.text(in: language), shortenedTo: 16),
      TextTable.Column(Message.requestColumnService.text(in: language), shortenedTo: 8),
      TextTable.Column(Message.requestColumnState.text(in: language), shortenedTo: 10),
      TextTable.Column(Message.requestColumnFiled.text(in: language)),
      TextTable.Column(Message.requestColumnAnswer.text(in: language)),
    ])
    for request in reply.requests {
      table.append([
        TextTable.Cell(request.id), TextTable.Cell(request.inmate.name),
        TextTable.Cell(language.word("service", request.service)),
        TextTable.Cell(language.word("requestState", request.status)),
        TextTable.Cell(request.submittedOn),
        TextTable.Cell(request.answerBy ?? "", style: request.daysLate > 0 ? .alarm : .plain),
      ])
    }
    invocation.output.table(table)
    if reply.left > 0 { invocation.tell(.requestLeft(count: reply.left)) }
  }

  private static func show(_ request: RequestDetails, _ invocation: Invocation) {
    let language = invocation.language
    var sheet = LabelledLines(language, width: invocation.output.width)
    func add(_ label: Message, _ value: String?) {
      if let value, !value.isEmpty { sheet.add(label, TerminalText.visible(value)) }
    }
    add(.explainLabelRequest, request.id)
    let place = [request.inmate.block, request.inmate.cell].compactMap { $0 }.joined(separator: "/")
    add(
      .requestLabelInmate,
      [request.inmate.name, request.inmate.number ?? "", place, request.inmate.id].filter { !$0.isEmpty }
        .joined(separator: ", "))
    add(.explainLabelService, language.word("service", request.service))
    add(.explainLabelStatus, language.word("requestState", request.status))
    add(.requestLabelFiled, "\(request.submittedOn) (\(language.word("channel", request.channel)))")
    add(.requestLabelTopic, request.topic)
    add(.requestLabelPartner, request.partner)
    add(.requestLabelMissing, request.missing)
    add(.requestLabelCheckBy, request.checkBy)
    add(.requestLabelAnswerBy, request.answerBy)
    if request.daysLate > 0 { add(.requestLabelLate, Message.requestLate(days: request.daysLate).text(in: language)) }
    if let meeting = request.meeting {
      add(
        .requestLabelMeeting,
        "\(RunNumbers.moment(meeting.start)) \(meeting.advocate) (\(language.word("session", meeting.status)))")
    }
    for exclusion in request.exclusions {
      let reason =
        exclusion.refusal.map { language.word("refusal", $0) } ?? language.word("exclusion", exclusion.reason)
      add(.requestLabelLeftOut, "\(exclusion.partner): \(reason), \(exclusion.since)")
    }
    if let reason = request.closedBecause {
      add(
        .requestLabelEnded,
        [request.closedOn ?? "", language.word("closing", reason), request.minutes ?? ""].joined(separator: " "))
    }
    for line in sheet.lines { invocation.output.line(line) }
  }
}
