import BankumAPI
import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumWords
import Varlink

/// The runs' methods of `org.bankum.Schedule`.
enum RunHandlers {
  typealias Interface = ScheduleInterface
  /// A reply is at most 1 MiB, and JSON in a string grows by what has to be escaped.
  private static let piece = 256 << 10

  static func list(
    _ daemon: Daemon, _ input: Interface.ListRuns.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListRuns.Output {
    try await Desk.answer(daemon, Interface.ListRuns.self, input, caller, language: input.language) { context in
      let limit = try Read.number(input.limit, "limit", 1...1_000) ?? 20
      let zone = context.office.clock.zone
      return Interface.ListRuns.Output(
        runs: try await context.office.listRuns(limit: limit).map { record($0.run, isKept: $0.isKept, zone) })
    }
  }

  static func show(
    _ daemon: Daemon, _ input: Interface.ShowRun.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowRun.Output {
    try await Desk.answer(daemon, Interface.ShowRun.self, input, caller, language: input.language) { context in
      let found = try await context.office.showRun(try Read.id(input.run, "run"))
      let zone = context.office.clock.zone
      return Interface.ShowRun.Output(
        run: record(found.run, isKept: found.isKept, zone), plan: found.plan.map { PlanHandlers.record($0, zone) },
        fairness: found.fairness?.map(exception),
        clocks: found.clocks?.map { clock($0, context.language) })
    }
  }

  private static func clock(_ outcome: ClockOutcome, _ language: Language) -> RunClock {
    var late: CivilDate?
    var rule: HouseRule?
    switch outcome.miss {
    case nil: break
    case .late(let date): late = date
    case .waiting(let first): rule = first
    }
    let text = late.map { Message.runClockLate(day: CivilDay($0)) } ?? rule.map { .runClockWaiting(rule: $0.code) }
    return RunClock(
      request: outcome.request.text, kind: outcome.clock.kind.code, lastDay: outcome.clock.lastDay.text,
      met: outcome.isMet, late: late?.text, rule: rule?.code, text: text?.text(in: language))
  }

  private static func exception(_ exception: BankumPlanning.FairnessException) -> BankumAPI.FairnessException {
    let kind: FairnessKind =
      switch exception.kind {
      case .sum: .sum
      case .room: .room
      case .escort: .escort
      case .adverse: .adverse
      case .frozen: .frozen
      case .soft: .soft
      }
    return BankumAPI.FairnessException(
      waiting: exception.waiting.text, holder: exception.holder.text, kind: kind, loss: exception.loss)
  }

  static func replay(
    _ daemon: Daemon, _ input: Interface.ReplayRun.Input, _ caller: Caller,
    _ replies: ReplyStream<Interface.ReplayRun.Output>
  ) async throws(VarlinkError) -> Interface.ReplayRun.Output {
    try await Desk.answer(daemon, Interface.ReplayRun.self, input, caller, language: input.language) { context in
      let id: Run.ID = try Read.id(input.run, "run")
      let (reports, tell) = AsyncStream.makeStream(of: RunProgress.self, bufferingPolicy: .bufferingNewest(1))
      async let replayed = compute(id, context, tell)
      do {
        for await report in reports { try await replies.send(Interface.ReplayRun.Output(progress: report)) }
      } catch {
        // The caller has gone; what was begun ends by itself.
      }
      let replay = try await replayed
      return Interface.ReplayRun.Output(
        same: replay.isSame, objective: replay.objective, bound: replay.bound, engineVersion: replay.engineVersion,
        milliseconds: replay.milliseconds)
    }
  }

  private static func compute(
    _ id: Run.ID, _ context: Desk.CallContext, _ tell: AsyncStream<RunProgress>.Continuation
  ) async throws -> Replay {
    defer { tell.finish() }
    return try await context.office.replayRun(id) { progress in
      tell.yield(
        RunProgress(
          epoch: progress.epoch, planned: progress.planned, objective: progress.objective, bound: progress.bound))
    }
  }

  static func export(
    _ daemon: Daemon, _ input: Interface.ExportRun.Input, _ caller: Caller,
    _ replies: ReplyStream<Interface.ExportRun.Output>
  ) async throws(VarlinkError) -> Interface.ExportRun.Output {
    try await Desk.answer(daemon, Interface.ExportRun.self, input, caller, language: input.language) { context in
      // All of it is ASCII: it can be cut anywhere.
      var rest = try await context.office.exportRun(try Read.id(input.run, "run"))[...]
      while replies.isWanted, rest.count > piece {
        try await replies.send(
          Interface.ExportRun.Output(content: String(decoding: rest.prefix(piece), as: UTF8.self)))
        rest = rest.dropFirst(piece)
      }
      return Interface.ExportRun.Output(content: String(decoding: rest, as: UTF8.self))
    }
  }

  private static func record(_ run: Run, isKept: Bool, _ zone: ZoneOffset) -> RunRecord {
    RunRecord(
      id: run.id.text, startedAt: run.startedAt.text(in: zone), milliseconds: run.milliseconds,
      status: run.status == .optimal ? .optimal : .feasible, objective: run.objective, bound: run.bound,
      gap: AssignHandler.gap(run), placed: run.placed, waiting: run.waiting, changes: run.changes,
      inputDigest: Digest.hexadecimal(run.inputDigest), engineVersion: run.engineVersion, effort: run.effort,
      seed: Int(run.seed), startedBy: Int(run.startedBy), kept: isKept)
  }
}
