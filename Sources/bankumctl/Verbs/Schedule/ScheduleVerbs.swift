import BankumAPI
import BankumClient
import BankumWords
import JSON
import Varlink

/// `assign`, `plan publish`, `plan discard`.
enum ScheduleVerbs {
  private typealias Option = VerbDescription.Option

  static let all = [assign, publish, discard]

  static let assign = VerbDescription(
    "assign",
    options: [
      Option("-n", "--dry-run"), Option("--publish"), Option("--from", value: .text), Option("--days", value: .number),
      Option("--seconds", value: .number), Option("--effort", value: .number), Option("--seed", value: .number),
      Option("--what-if", value: .text, isRepeatable: true),
    ], summary: .helpAssignSummary, help: .helpAssign
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.writeWithProgress(
      ScheduleInterface.Assign.self,
      ScheduleInterface.Assign.Input(
        dryRun: options["--dry-run"] != nil, publish: options["--publish"] != nil, from: options["--from"],
        days: options["--days"].flatMap { Int($0) }, seconds: options["--seconds"].flatMap { Int($0) },
        effort: options["--effort"].flatMap { Int($0) }, seed: options["--seed"].flatMap { Int($0) },
        whatIf: invocation.repeated["--what-if"], language: invocation.language.rawValue)
    ) { output in
      guard let progress = output.progress else { return }
      invocation.output.progress(
        Message.assignProgress(epoch: progress.epoch, planned: progress.planned).text(in: invocation.language))
    }
    invocation.output.progress(nil)
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else if let run = reply.value.run {
      show(run, published: reply.value.published, invocation)
    }
    return isLeftUnpublished(reply.value.published, invocation) ? .partly : .done
  }

  static let publish = VerbDescription("plan publish", summary: .helpPlanPublishSummary, help: .helpPlanPublish) {
    (invocation) throws(Complaint) in
    let reply = try invocation.write(
      ScheduleInterface.PublishPlan.self,
      ScheduleInterface.PublishPlan.Input(language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.planPublished(version: reply.value.version))
    }
    return .done
  }

  static let discard = VerbDescription("plan discard", summary: .helpPlanDiscardSummary, help: .helpPlanDiscard) {
    (invocation) throws(Complaint) in
    let reply = try invocation.write(
      ScheduleInterface.DiscardPlan.self,
      ScheduleInterface.DiscardPlan.Input(language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { invocation.say(.planDiscarded) }
    return .done
  }

  /// Asked to publish, and committed as a draft only.
  private static func isLeftUnpublished(_ published: Int?, _ invocation: Invocation) -> Bool {
    invocation.options["--publish"] != nil && published == nil && !isTrial(invocation)
  }

  /// Whether nothing is written.
  private static func isTrial(_ invocation: Invocation) -> Bool {
    invocation.options["--dry-run"] != nil || invocation.options["--what-if"] != nil
  }

  private static func show(_ run: RunResult, published: Int?, _ invocation: Invocation) {
    let language = invocation.language
    var sheet = LabelledLines(language, width: invocation.output.width)
    sheet.add(.assignLabelRun, run.id)
    sheet.add(.assignLabelPlaced, language.quantity(run.placed))
    sheet.add(.assignLabelWaiting, language.quantity(run.waiting))
    sheet.add(.assignLabelChanges, language.quantity(run.changes))
    let proof: Message =
      run.status == .optimal ? .assignOptimal : .assignGap(percent: RunNumbers.percent(run.gap ?? 0, language))
    sheet.add(.assignLabelProof, proof.text(in: language))
    if let met = run.clocksMet, let missed = run.clocksMissed {
      sheet.add(.runLabelClocks, Message.runClocks(met: met, missed: missed).text(in: language))
    }
    sheet.add(.runLabelFairness, RunNumbers.fairness(run.exceptions).text(in: language))
    sheet.add(
      .assignLabelTime,
      Message.assignSeconds(seconds: RunNumbers.seconds(run.milliseconds, language)).text(in: language))
    if !run.alarms.isEmpty {
      sheet.add(.statusLabelAlarms, run.alarms.map { StatusVerb.alarm($0).text(in: language) })
    }
    for line in sheet.lines { invocation.output.line(line) }
    guard !invocation.output.hidesLegend else { return }
    if let published {
      invocation.say(.planPublished(version: published))
    } else if isTrial(invocation) {
      invocation.say(.assignDry)
    } else if isLeftUnpublished(published, invocation) {
      invocation.say(.assignNotPublished)
    } else {
      invocation.say(.assignDraft)
    }
  }
}
