import BankumAPI
import BankumClient
import BankumWords
import Varlink

/// `plan show`, `plan diff`.
enum PlanVerbs {
  private typealias Interface = ScheduleInterface.ShowPlan

  static let all = [show, diff]

  static let show = VerbDescription(
    "plan show", arguments: [VerbDescription.Argument("VERSION", isRequired: false)], summary: .helpPlanShowSummary,
    help: .helpPlanShow
  ) { (invocation) throws(Complaint) in
    var version: Int?
    if let text = invocation.arguments.first {
      guard let number = Int(text), number > 0 else {
        throw Complaint(usage: .usageBadValue(option: "VERSION", value: text, expected: .typePositiveNumber))
      }
      version = number
    }
    let reply = try invocation.call(
      ScheduleInterface.ShowPlan.self,
      Interface.Input(version: version, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      var sheet = LabelledLines(invocation.language, width: invocation.output.width)
      describe(reply.value.plan, in: &sheet, invocation.language)
      for line in sheet.lines { invocation.output.line(line) }
    }
    return .done
  }

  static let diff = VerbDescription(
    "plan diff", options: [ListFormat.option], summary: .helpPlanDiffSummary, help: .helpPlanDiff
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      Interface.self, Interface.Input(draft: true, language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (PlanChange) -> String?> = [
      "kind": { $0.kind }, "session": { $0.session }, "request": { $0.request }, "service": { $0.service },
      "inmate": { $0.inmate }, "inmateName": { $0.inmateName }, "advocate": { $0.advocate },
      "advocateName": { $0.advocateName }, "room": { $0.room }, "start": { $0.start }, "end": { $0.end },
      "formerStart": { $0.formerStart }, "formerAdvocate": { $0.formerAdvocate },
    ]
    invocation.list(reply.value.changes, reply.json, fields: fields) { list(reply.value, invocation) }
    return .done
  }

  /// The lines about a plan.
  static func describe(_ plan: PlanRecord, in sheet: inout LabelledLines, _ language: Language) {
    let state = Message.named("plan.state.\(plan.state)")?.text(in: language) ?? plan.state
    let version = plan.version.map { ", \(Message.planVersion(version: $0).text(in: language))" } ?? ""
    sheet.add(.planLabelPlan, "\(plan.id), \(state)\(version)")
    if let run = plan.run { sheet.add(.planLabelRun, run) }
    sheet.add(.planLabelMade, RunNumbers.moment(plan.madeAt))
    if let published = plan.publishedAt { sheet.add(.planLabelPublished, RunNumbers.moment(published)) }
    sheet.add(
      .planLabelChanges,
      Message.planCounts(added: plan.added, moved: plan.moved, cancelled: plan.cancelled).text(in: language))
  }

  private static func list(_ page: ScheduleInterface.ShowPlan.Output, _ invocation: Invocation) {
    let language = invocation.language
    if !invocation.output.hidesLegend {
      let plan = page.plan
      invocation.say(.planCounts(added: plan.added, moved: plan.moved, cancelled: plan.cancelled))
    }
    func column(_ title: Message, _ shortest: Int? = nil) -> TextTable.Column {
      TextTable.Column(title.text(in: language), shortenedTo: shortest)
    }
    var table = TextTable(
      columns: [
        column(.docketColumnChange), column(.docketColumnDay), column(.docketColumnTime), column(.docketColumnRoom, 12),
        column(.docketColumnInmate, 10), column(.docketColumnAdvocate, 8), column(.planColumnFormer, 11),
      ])
    for change in page.changes { table.append(row(change, language)) }
    invocation.output.table(table)
  }

  private static func row(_ change: PlanChange, _ language: Language) -> [TextTable.Cell] {
    let kind = Message.named("docket.change.\(change.kind)")?.text(in: language) ?? change.kind
    let start = change.formerStart.map { "\($0.dropFirst(5).prefix(5)) \($0.dropFirst(11).prefix(5))" }
    let former = [start, change.formerAdvocate].compactMap { $0 }.joined(separator: " ")
    return [
      TextTable.Cell(kind), TextTable.Cell(String(change.start.prefix(10).suffix(5))),
      TextTable.Cell("\(change.start.dropFirst(11).prefix(5))-\(change.end.dropFirst(11).prefix(5))"),
      TextTable.Cell(change.room ?? ""), TextTable.Cell(change.inmateName), TextTable.Cell(change.advocateName ?? ""),
      TextTable.Cell(former),
    ]
  }
}
