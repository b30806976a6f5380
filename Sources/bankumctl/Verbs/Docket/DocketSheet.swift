import BankumAPI
import BankumWords

/// A docket as tables: pages that each say what they are, so that no sheet of a print is taken for another or missed.
struct DocketSheet {
  private let docket: DocketInterface.List.Output
  private let invocation: Invocation
  private var language: Language { invocation.language }
  /// A guard's list has no matter in it.
  private let hasMatter: Bool
  /// Whether each line names its advocate. Where all is one advocate's, his name stands above the table and leaves the
  /// place to the others.
  private let hasAdvocate: Bool
  private let owner: Message?

  init(_ docket: DocketInterface.List.Output, _ invocation: Invocation) {
    self.docket = docket
    self.invocation = invocation
    let sessions = docket.sessions + (docket.changes ?? []).map(\.session)
    hasMatter = sessions.contains { $0.service != nil }
    hasAdvocate = sessions.contains { $0.advocate != sessions.first?.advocate }
    owner =
      hasAdvocate
      ? nil : sessions.first?.advocateName.map { .docketOf(advocate: $0, partner: sessions.first?.partnerName ?? "") }
  }

  func show() {
    if let changes = docket.changes {
      // What became of it takes the place of the service and of the term.
      pages(changes.map(row), columns: [.docketColumnChange] + columns(isSlip: true), title: slipTitle)
    } else {
      pages(docket.sessions.map { row($0) }, columns: columns(isSlip: false), title: title)
    }
  }

  /// One table after the other, each with its number; one page unless their length is given.
  private func pages(_ rows: [[TextTable.Cell]], columns: [Message], title: Message) {
    let length = max(1, invocation.options["--page-lines"].flatMap { Int($0) } ?? max(1, rows.count))
    let count = max(1, (rows.count + length - 1) / length)
    for page in 0..<count {
      if page > 0 { invocation.output.line("") }
      if !invocation.output.hidesLegend {
        if let owner { invocation.say(owner) }
        invocation.say(title)
        invocation.say(
          .docketPrinted(
            at: String(docket.at.prefix(16).map { $0 == "T" ? " " : $0 }), lines: rows.count, page: page + 1,
            pages: count))
      }
      var table = TextTable(columns: columns.map(column))
      for row in rows[min(rows.count, page * length)..<min(rows.count, (page + 1) * length)] { table.append(row) }
      invocation.output.table(table)
    }
  }

  private var title: Message { .docketTitle(version: docket.version, from: docket.from, to: docket.to) }

  private var slipTitle: Message {
    .docketSlipTitle(
      version: docket.version, since: invocation.options["--since"].flatMap { Int($0) } ?? 0, from: docket.from,
      to: docket.to)
  }

  private func columns(isSlip: Bool) -> [Message] {
    let first: [Message] = [
      .docketColumnDay, .docketColumnTime, .docketColumnRoom, .docketColumnInmate, .docketColumnPlace,
    ]
    guard hasMatter else { return first + [.docketColumnCall] }
    let advocate: [Message] = hasAdvocate ? [.docketColumnAdvocate] : []
    return first + (isSlip ? advocate : [.docketColumnService] + advocate + [.docketColumnTerm])
  }

  private func column(_ title: Message) -> TextTable.Column {
    let shortest: [String: Int] = [
      Message.docketColumnRoom.id: 12, Message.docketColumnInmate.id: 10, Message.docketColumnPlace.id: 6,
      Message.docketColumnService.id: 6, Message.docketColumnAdvocate.id: 8, Message.docketColumnChange.id: 8,
    ]
    return TextTable.Column(title.text(in: language), shortenedTo: shortest[title.id])
  }

  private func row(_ change: DocketChange) -> [TextTable.Cell] {
    let kind = Message.named("docket.change.\(change.kind)")?.text(in: language) ?? change.kind
    let former = change.formerStart.map { Message.docketFormer(start: Self.shortTime($0)).text(in: language) }
    return [TextTable.Cell([kind, former].compactMap { $0 }.joined(separator: " "))]
      + row(change.session, isSlip: true)
  }

  private func row(_ session: DocketSession, isSlip: Bool = false) -> [TextTable.Cell] {
    let day = String(session.start.prefix(10).suffix(5))
    let time = "\(session.start.dropFirst(11).prefix(5))-\(session.end.dropFirst(11).prefix(5))"
    let cells = [
      TextTable.Cell(day), TextTable.Cell(time), TextTable.Cell(session.room ?? ""),
      TextTable.Cell(session.inmate.name),
      TextTable.Cell([session.inmate.block, session.inmate.cell].compactMap { $0 }.joined(separator: "/")),
    ]
    guard hasMatter else { return cells + [TextTable.Cell(String(session.callAt.dropFirst(11).prefix(5)))] }
    let advocate = hasAdvocate ? [TextTable.Cell(session.advocateName ?? "")] : []
    if isSlip { return cells + advocate }
    let service = session.service.flatMap { Message.named("service.\($0)")?.text(in: language) } ?? ""
    let style: TextTable.Style =
      switch session.termBand {
      case "overstay": .alarm
      case "secondNotice", "firstNotice": .warning
      default: .plain
      }
    let term = TextTable.Cell(session.termEnds.map { String($0.suffix(5)) } ?? "", style: style)
    return cells + [TextTable.Cell(service)] + advocate + [term]
  }

  /// 11-24 10:00 of 2026-11-24T10:00+07:00.
  private static func shortTime(_ text: String) -> String {
    "\(text.dropFirst(5).prefix(5)) \(text.dropFirst(11).prefix(5))"
  }
}
