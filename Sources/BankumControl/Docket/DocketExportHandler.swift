import BankumAPI
import BankumExchange
import BankumModel
import BankumOffice
import BankumWords
import Varlink

/// `org.bankum.Docket.Export`.
enum DocketExportHandler {
  typealias Method = DocketInterface.Export
  private static let formats = ["csv", "excel", "ics"]

  static func export(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      guard formats.contains(input.format) else {
        throw OfficeError.invalid("format", input.format, .oneOf(formats))
      }
      let question = DocketQuestion(
        advocate: try Read.id(input.advocate, "advocate"), partner: try Read.id(input.partner, "partner"),
        block: input.block, from: try Read.date(input.from, "from"), to: try Read.date(input.to, "to"),
        week: try Read.date(input.week, "week"))
      let isTable = input.format != "ics"
      let copy = try await context.office.docketCopy(
        question, context.scope, method: Method.name, showsNames: isTable || input.names == true)
      let clock = context.office.clock
      return Method.Output(
        version: copy.page.version, at: clock.civilNow.text(in: clock.zone),
        content: isTable
          ? table(copy.page, isForExcel: input.format == "excel")
          : calendar(copy, names: input.names == true, clock, context.language))
    }
  }

  /// The headings are those of the import of outcomes where it has them; nothing that the reader may not see is left of
  /// the others than an empty field.
  private static func table(_ page: DocketPage, isForExcel: Bool) -> String {
    var writer = TableWriter(separator: isForExcel ? .semicolon : .comma)
    writer.write([
      "id", "outcome", "followUp", "date", "hours", "callAt", "room", "name", "number", "block", "cell", "service",
      "advocate", "partner", "status", "termEnds", "nextHearing", "caseNumber", "request",
    ])
    for line in page.lines {
      let legalDetails = line.legalDetails
      writer.write([
        line.id.text, "", "", line.start.date.text, "\(line.start.minute.text)-\(line.end.minute.text)",
        line.callAt.minute.text, line.room?.name ?? "", line.inmate.name, line.inmate.registerNumber?.text ?? "",
        line.block?.name ?? "", line.inmate.cell ?? "", legalDetails?.service.code ?? "",
        legalDetails?.advocate?.name ?? "",
        legalDetails?.partner?.shortName ?? "", line.state.code, legalDetails?.detention.lastLawfulDay?.text ?? "",
        legalDetails?.nextHearing?.text ?? "", legalDetails?.caseNumber ?? "", legalDetails?.request?.text ?? "",
      ])
    }
    return (isForExcel ? "\u{FEFF}" : "") + writer.text
  }

  private static func calendar(_ copy: DocketCopy, names: Bool, _ clock: HouseClock, _ language: Language) -> String {
    let now = clock.now
    let entries = copy.entries.map { entry in
      let line = entry.line
      let service = line.legalDetails.flatMap { Message.named("service.\($0.service.code)") }
      return DocketCalendar.Entry(
        session: line.id, sequence: entry.changes, changedAt: now, date: line.start.date, hours: line.hours,
        state: line.state, title: (service ?? .docketCalendarMeeting).text(in: language), room: line.room?.name,
        name: line.inmate.name)
    }
    return DocketCalendar.file(entries, product: "-//bankum//bankum//ID", zone: clock.zone, showsNames: names).text
  }
}
