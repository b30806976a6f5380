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
      Option("--format", value: .choice(["table", "csv"])),
    ], summary: .helpRequestListSummary, help: .helpRequestList
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.call(
      RequestsInterface.List.self,
      RequestsInterface.List.Input(
        states: invocation.repeated["--state"], partner: options["--partner"], inmate: options["--inmate"],
        service: options["--service"], language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else if options["--format"] == "csv" {
      showCSV(reply.value.requests, invocation)
    } else {
      showTable(reply.value, invocation)
    }
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
        TextTable.Cell(word("service.\(request.service)", request.service, language)),
        TextTable.Cell(word("requestState.\(request.status)", request.status, language)),
        TextTable.Cell(request.submittedOn),
        TextTable.Cell(request.answerBy ?? "", style: request.daysLate > 0 ? .alarm : .plain),
      ])
    }
    invocation.output.table(table)
    if reply.left > 0 { invocation.tell(.requestLeft(count: reply.left)) }
  }

  private static func showCSV(_ requests: [RequestDetails], _ invocation: Invocation) {
    invocation.output.line("id,inmate,number,service,status,submittedOn,partner,checkBy,answerBy,daysLate")
    for request in requests {
      let fields = [
        request.id, request.inmate.id, request.inmate.number ?? "", request.service, request.status,
        request.submittedOn, request.partner ?? "", request.checkBy ?? "", request.answerBy ?? "",
        "\(request.daysLate)",
      ]
      // Ids, codes, dates and register numbers: none of them has a comma or a quote.
      invocation.output.line(fields.map { TerminalText.visible($0) }.joined(separator: ","))
    }
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
    add(.explainLabelService, word("service.\(request.service)", request.service, language))
    add(.explainLabelStatus, word("requestState.\(request.status)", request.status, language))
    add(.requestLabelFiled, "\(request.submittedOn) (\(request.channel))")
    add(.requestLabelTopic, request.topic)
    add(.requestLabelPartner, request.partner)
    add(.requestLabelMissing, request.missing)
    add(.requestLabelCheckBy, request.checkBy)
    add(.requestLabelAnswerBy, request.answerBy)
    if request.daysLate > 0 { add(.requestLabelLate, Message.requestLate(days: request.daysLate).text(in: language)) }
    if let meeting = request.meeting {
      add(.requestLabelMeeting, "\(meeting.start.prefix(16)) \(meeting.advocate) (\(meeting.status))")
    }
    for exclusion in request.exclusions {
      add(.requestLabelLeftOut, "\(exclusion.partner): \(exclusion.refusal ?? exclusion.reason), \(exclusion.since)")
    }
    if let reason = request.closedBecause {
      add(.requestLabelEnded, [request.closedOn ?? "", reason, request.minutes ?? ""].joined(separator: " "))
    }
    for line in sheet.lines { invocation.output.line(line) }
  }

  /// A code in words, if the catalogue has them.
  static func word(_ id: String, _ code: String, _ language: Language) -> String {
    Message.named(id)?.text(in: language) ?? code
  }
}
