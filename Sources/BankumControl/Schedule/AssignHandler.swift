import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import Varlink

/// `org.bankum.Schedule.Assign`.
enum AssignHandler {
  typealias Method = ScheduleInterface.Assign

  static func assign(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller, _ replies: ReplyStream<Method.Output>
  ) async throws(VarlinkError) -> Written<Method> {
    try await Desk.write(
      daemon, Method.self, input, caller, language: input.language, reply: output
    ) { context in
      let order = try order(input)
      // The engine tells from a thread of its own and waits for nobody; of a slow reader's reports the oldest go.
      let (reports, tell) = AsyncStream.makeStream(of: RunProgress.self, bufferingPolicy: .bufferingNewest(1))
      async let outcome = run(order, context, tell)
      do {
        for await report in reports { try await replies.send(Method.Output(progress: report)) }
      } catch {
        // The caller has gone; the run goes on and is committed.
      }
      return try await outcome
    }
  }

  private static func run(
    _ order: RunOrder, _ context: Desk.WriteContext<RunOutcome>, _ tell: AsyncStream<RunProgress>.Continuation
  ) async throws -> RunOutcome {
    defer { tell.finish() }
    return try await context.office.runAssignment(order, context.order) { progress in
      tell.yield(
        RunProgress(
          epoch: progress.epoch, planned: progress.planned, objective: progress.objective, bound: progress.bound))
    }
  }

  private static func order(_ input: Method.Input) throws(OfficeError) -> RunOrder {
    var order = RunOrder()
    order.isDryRun = input.dryRun ?? false
    order.publishes = input.publish ?? false
    order.from = try Read.date(input.from, "from")
    order.days = try Read.number(input.days, "days", 1...60)
    order.seconds = try Read.number(input.seconds, "seconds", 1...3_600)
    order.effort = try Read.number(input.effort, "effort", 1...100_000)
    order.seed = UInt64(try Read.number(input.seed, "seed", 0...Int(Int32.max)) ?? 1)
    order.whatIf = input.whatIf ?? []
    return order
  }

  /// What is missing at most to the best plan, as a share of the bound.
  static func gap(_ run: Run) -> Double? {
    run.bound.map { $0 > 0 ? Double($0 - run.objective) / Double($0) : 0 }
  }

  private static func output(_ outcome: RunOutcome) -> Method.Output {
    let run = outcome.run
    let alarms = AlarmKind.allCases.compactMap { kind in
      outcome.alarms[kind].flatMap { $0 > 0 ? Alarm(kind: kind.code, count: $0) : nil }
    }
    return Method.Output(
      run: RunResult(
        id: run.id.text, status: run.status == .optimal ? .optimal : .feasible, objective: run.objective,
        bound: run.bound, gap: gap(run), placed: run.placed, waiting: run.waiting, changes: run.changes,
        exceptions: outcome.exceptions, clocksMet: outcome.clocksMet, clocksMissed: outcome.clocksMissed,
        inputDigest: Digest.hexadecimal(run.inputDigest),
        milliseconds: run.milliseconds, effort: run.effort,
        seed: Int(run.seed), alarms: alarms),
      published: outcome.published)
  }
}
