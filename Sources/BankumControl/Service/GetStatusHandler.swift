import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// `org.bankum.Service.GetStatus`.
enum GetStatusHandler {
  typealias Method = ServiceInterface.GetStatus

  static func status(
    of daemon: Daemon, _ input: Method.Input, for caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller) { context in
      let facts = daemon.facts
      let counts = try await context.office.countHouse(for: context.scope)
      let alarms = try await context.office.alarms(for: context.scope)
      return Method.Output(
        state: daemon.state.state,
        version: facts.version,
        clock: facts.clock.source == .real ? .real : .set,
        today: facts.clock.today.text,
        startedAt: facts.startedAt.text(in: facts.clock.zone),
        private: facts.isPrivate,
        inmates: counts.inmates,
        openRequests: counts.openRequests,
        publishedSessions: counts.publishedSessions,
        lastRun: counts.lastRun.map { summary(of: $0, counts.lastClocks, in: facts.clock.zone) },
        connections: caller.holds(.ops) ? daemon.control.connections : nil,
        alarms: alarms.map { Alarm(kind: $0.kind.code, count: $0.count) })
    }
  }

  private static func summary(
    of run: Run, _ clocks: (met: Int, missed: Int)?, in zone: ZoneOffset
  ) -> RunSummary {
    RunSummary(
      id: run.id.text, status: run.status == .optimal ? .optimal : .feasible,
      finishedAt: run.startedAt.adding(milliseconds: Int64(run.milliseconds)).text(in: zone), placed: run.placed,
      waiting: run.waiting, clocksMet: clocks?.met, clocksMissed: clocks?.missed)
  }
}
