import BankumAPI
import BankumClient
import BankumWords

/// `docket`: who meets whom, when and where.
enum DocketVerb {
  private typealias Option = VerbDescription.Option

  static let description = VerbDescription(
    "docket",
    options: [
      Option("--advocate", value: .id(.advocate)), Option("--partner", value: .id(.partner)),
      Option("--block", value: .id(.block)),
      Option("--date", value: .text), Option("--from", value: .text), Option("--to", value: .text),
    ], summary: .helpDocketSummary, help: .helpDocket
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    if options["--date"] != nil, options["--from"] != nil || options["--to"] != nil {
      throw Complaint(usage: .usageExcludeEachOther(first: "--date", second: "--from/--to"))
    }
    let reply = try invocation.call(
      DocketInterface.List.self,
      DocketInterface.List.Input(
        advocate: options["--advocate"], partner: options["--partner"], block: options["--block"],
        from: options["--date"] ?? options["--from"], to: options["--date"] ?? options["--to"],
        language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { show(reply.value, invocation) }
    return .done
  }

  private static func show(_ docket: DocketInterface.List.Output, _ invocation: Invocation) {
    let language = invocation.language
    if !invocation.output.hidesLegend {
      invocation.say(
        .docketTitle(version: docket.version, from: docket.from, to: docket.to, sessions: docket.sessions.count))
    }
    // A guard's list has no matter in it.
    let hasMatter = docket.sessions.contains { $0.service != nil }
    var table = TextTable(
      columns: [
        TextTable.Column(Message.docketColumnDay.text(in: language)),
        TextTable.Column(Message.docketColumnTime.text(in: language)),
        TextTable.Column(Message.docketColumnRoom.text(in: language), shortenedTo: 10),
        TextTable.Column(Message.docketColumnInmate.text(in: language), shortenedTo: 12),
        TextTable.Column(Message.docketColumnPlace.text(in: language), shortenedTo: 6),
      ]
        + (hasMatter
          ? [
            TextTable.Column(Message.docketColumnService.text(in: language), shortenedTo: 8),
            TextTable.Column(Message.docketColumnAdvocate.text(in: language), shortenedTo: 8),
            TextTable.Column(Message.docketColumnTerm.text(in: language)),
          ] : []))
    for session in docket.sessions { table.append(row(session, hasMatter, language)) }
    invocation.output.table(table)
  }

  private static func row(_ session: DocketSession, _ hasMatter: Bool, _ language: Language) -> [TextTable.Cell] {
    let day = String(session.start.prefix(10).suffix(5))
    let time = "\(session.start.dropFirst(11).prefix(5))-\(session.end.dropFirst(11).prefix(5))"
    var cells = [
      TextTable.Cell(day), TextTable.Cell(time), TextTable.Cell(session.room ?? ""),
      TextTable.Cell(session.inmate.name),
      TextTable.Cell([session.inmate.block, session.inmate.cell].compactMap { $0 }.joined(separator: "/")),
    ]
    guard hasMatter else { return cells }
    let service = session.service.flatMap { Message.named("service.\($0)")?.text(in: language) } ?? ""
    let style: TextTable.Style =
      switch session.termBand {
      case "overstay": .alarm
      case "secondNotice", "firstNotice": .warning
      default: .plain
      }
    cells += [
      TextTable.Cell(service), TextTable.Cell(session.advocateName ?? ""),
      TextTable.Cell(session.termEnds.map { String($0.suffix(5)) } ?? "", style: style),
    ]
    return cells
  }
}
