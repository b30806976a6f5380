import BankumAPI
import BankumClient
import BankumWords
import Varlink

/// `run list`, `run show`, `run fairness`, `run clocks`, `run replay`, `run export`.
enum RunVerbs {
  private static let run = [VerbDescription.Argument("RUN", id: .run)]
  private static let optionalRun = [VerbDescription.Argument("RUN", isRequired: false, id: .run)]

  /// The reply about the run that was named, or about the latest.
  private static func runReply(
    _ invocation: Invocation
  ) throws(Complaint) -> Reply<ScheduleInterface.ShowRun.Output> {
    var run = invocation.arguments.first
    if run == nil {
      let latest = try invocation.call(
        ScheduleInterface.ListRuns.self,
        ScheduleInterface.ListRuns.Input(limit: 1, language: invocation.language.rawValue))
      run = latest.value.runs.first?.id
    }
    guard let run else { throw Complaint(.runNone, status: .refused) }
    return try invocation.call(
      ScheduleInterface.ShowRun.self,
      ScheduleInterface.ShowRun.Input(run: run, language: invocation.language.rawValue))
  }

  static let all = [list, show, fairness, clocks, replay, export]

  static let list = VerbDescription(
    "run list", options: [VerbDescription.Option("--limit", value: .number), ListFormat.option],
    summary: .helpRunListSummary,
    help: .helpRunList
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      ScheduleInterface.ListRuns.self,
      ScheduleInterface.ListRuns.Input(
        limit: invocation.options["--limit"].flatMap { Int($0) }, language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (RunRecord) -> String?> = [
      "id": { $0.id }, "startedAt": { $0.startedAt }, "milliseconds": { "\($0.milliseconds)" },
      "status": { $0.status.rawValue }, "objective": { "\($0.objective)" }, "bound": { $0.bound.map { "\($0)" } },
      "gap": { $0.gap.map { "\($0)" } }, "placed": { "\($0.placed)" }, "waiting": { "\($0.waiting)" },
      "changes": { "\($0.changes)" }, "inputDigest": { $0.inputDigest }, "engineVersion": { "\($0.engineVersion)" },
      "effort": { "\($0.effort)" }, "seed": { "\($0.seed)" }, "startedBy": { "\($0.startedBy)" },
      "kept": { $0.kept ? "1" : "0" },
    ]
    invocation.list(reply.value.runs, reply.json, fields: fields) { table(reply.value.runs, invocation) }
    return .done
  }

  static let show = VerbDescription(
    "run show", arguments: optionalRun, summary: .helpRunShowSummary, help: .helpRunShow
  ) { (invocation) throws(Complaint) in
    let reply = try runReply(invocation)
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { describe(reply.value, invocation) }
    return .done
  }

  static let fairness = VerbDescription(
    "run fairness", options: [ListFormat.option], arguments: optionalRun, summary: .helpRunFairnessSummary,
    help: .helpRunFairness
  ) { (invocation) throws(Complaint) in
    let reply = try runReply(invocation)
    guard let exceptions = reply.value.fairness else {
      invocation.say(.runFairnessNotKept)
      return .refused
    }
    let columns: [ListColumn<FairnessException>] = [
      ListColumn("waiting", .runColumnWaits) { $0.waiting },
      ListColumn("holder", .runColumnHolder) { $0.holder },
      ListColumn("kind", .runColumnWhy, words: "fairness") { $0.kind.rawValue },
      ListColumn("loss", .runColumnLoss, alignment: .trailing, shown: { loss($0, invocation.language) }) {
        $0.loss.map(String.init) ?? ""
      },
    ]
    invocation.list(exceptions, reply.json, columns, summary: RunNumbers.fairness(exceptions.count))
    return .done
  }

  static let clocks = VerbDescription(
    "run clocks", options: [ListFormat.option], arguments: optionalRun, summary: .helpRunClocksSummary,
    help: .helpRunClocks
  ) { (invocation) throws(Complaint) in
    let reply = try runReply(invocation)
    guard let clocks = reply.value.clocks else {
      invocation.say(.runClocksNotKept)
      return .refused
    }
    let columns: [ListColumn<RunClock>] = [
      ListColumn("request", .runColumnRequest) { $0.request },
      ListColumn("kind", .runColumnClock, words: "clock") { $0.kind },
      ListColumn("lastDay", .runColumnLastDay) { $0.lastDay },
      ListColumn(
        "met", .runColumnMet,
        shown: { ($0.met ? Message.runClockMet : .runClockMissed).text(in: invocation.language) }
      ) { $0.met ? "1" : "0" },
      ListColumn("text", .runColumnWhy) { $0.text ?? "" },
    ]
    let met = clocks.count(where: \.met)
    invocation.list(clocks, reply.json, columns, summary: .runClocks(met: met, missed: clocks.count - met))
    return .done
  }

  private static func loss(_ exception: FairnessException, _ language: Language) -> String {
    exception.loss.map { language.quantity($0) } ?? "-"
  }

  static let replay = VerbDescription(
    "run replay", arguments: run, summary: .helpRunReplaySummary, help: .helpRunReplay
  ) { (invocation) throws(Complaint) in
    var last: Reply<ScheduleInterface.ReplayRun.Output>?
    try invocation.stream(
      ScheduleInterface.ReplayRun.self,
      ScheduleInterface.ReplayRun.Input(run: invocation.arguments[0], language: invocation.language.rawValue)
    ) { reply, continues in
      last = reply
      guard continues, let progress = reply.value.progress else { return }
      invocation.output.progress(
        Message.assignProgress(epoch: progress.epoch, planned: progress.planned).text(in: invocation.language))
    }
    invocation.output.progress(nil)
    let isSame = last?.value.same == true
    if invocation.output.isJSON {
      if let last { invocation.output.json(last.json) }
    } else {
      invocation.say(isSame ? .runSame : .runOther)
    }
    return isSame ? .done : .refused
  }

  static let export = VerbDescription(
    "run export", arguments: run, summary: .helpRunExportSummary, help: .helpRunExport
  ) { (invocation) throws(Complaint) in
    try invocation.stream(
      ScheduleInterface.ExportRun.self,
      ScheduleInterface.ExportRun.Input(run: invocation.arguments[0], language: invocation.language.rawValue)
    ) { reply, _ in invocation.output.text(reply.value.content) }
    invocation.output.line("")
    return .done
  }

  private static func table(_ runs: [RunRecord], _ invocation: Invocation) {
    let language = invocation.language
    func number(_ title: Message) -> TextTable.Column {
      TextTable.Column(title.text(in: language), alignment: .trailing)
    }
    var table = TextTable(
      columns: [
        TextTable.Column(Message.runColumnRun.text(in: language)),
        TextTable.Column(Message.runColumnStarted.text(in: language)), number(.runColumnPlaced),
        number(.runColumnWaiting), number(.runColumnChanges), number(.runColumnProof), number(.runColumnSeconds),
      ])
    for run in runs {
      let gap = run.status == .optimal ? "0 %" : run.gap.map { RunNumbers.percent($0, language) + " %" } ?? ""
      table.append([
        TextTable.Cell(run.id), TextTable.Cell(RunNumbers.moment(run.startedAt)),
        TextTable.Cell(language.quantity(run.placed)), TextTable.Cell(language.quantity(run.waiting)),
        TextTable.Cell(language.quantity(run.changes)), TextTable.Cell(gap),
        TextTable.Cell(RunNumbers.seconds(run.milliseconds, language)),
      ])
    }
    invocation.output.table(table)
  }

  private static func describe(_ found: ScheduleInterface.ShowRun.Output, _ invocation: Invocation) {
    let (run, language) = (found.run, invocation.language)
    var sheet = LabelledLines(language, width: invocation.output.width)
    sheet.add(.assignLabelRun, run.id)
    sheet.add(.runLabelStarted, RunNumbers.moment(run.startedAt))
    sheet.add(.assignLabelPlaced, language.quantity(run.placed))
    sheet.add(.assignLabelWaiting, language.quantity(run.waiting))
    sheet.add(.assignLabelChanges, language.quantity(run.changes))
    let proof: Message =
      run.status == .optimal ? .assignOptimal : .assignGap(percent: RunNumbers.percent(run.gap ?? 0, language))
    sheet.add(.assignLabelProof, proof.text(in: language))
    sheet.add(
      .assignLabelTime,
      Message.assignSeconds(seconds: RunNumbers.seconds(run.milliseconds, language)).text(in: language))
    sheet.add(
      .runLabelRepeat,
      Message.runRepeat(effort: run.effort, seed: run.seed, engine: run.engineVersion).text(in: language))
    sheet.add(.runLabelDigest, String(run.inputDigest.prefix(32)), String(run.inputDigest.dropFirst(32)))
    sheet.add(.runLabelKept, (run.kept ? Message.runKept : .runNotKept).text(in: language))
    if let exceptions = found.fairness { sheet.add(.runLabelFairness, fairness(exceptions, language)) }
    if let clocks = found.clocks {
      let met = clocks.count(where: \.met)
      sheet.add(.runLabelClocks, Message.runClocks(met: met, missed: clocks.count - met).text(in: language))
    }
    if let plan = found.plan { PlanVerbs.describe(plan, in: &sheet, language) }
    for line in sheet.lines { invocation.output.line(line) }
  }

  /// How many exceptions, and of which kinds.
  private static func fairness(_ exceptions: [FairnessException], _ language: Language) -> [String] {
    let counts = exceptions.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    let kinds: [FairnessKind] = [.sum, .room, .escort, .adverse, .frozen, .soft]
    return [RunNumbers.fairness(exceptions.count).text(in: language)]
      + kinds.compactMap { kind in
        counts[kind].map { "\(language.quantity($0)) \(language.words("fairness", [kind.rawValue]))" }
      }
  }
}
