import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Schedule`.
enum ScheduleRoutes {
  static func table(_ daemon: Daemon) -> ScheduleTable<Access, Caller> {
    ScheduleTable(
      assign: .progress([.runner, .registrar], daemon, AssignHandler.assign),
      publishPlan: .later([.registrar], daemon, PlanHandlers.publish),
      discardPlan: .later([.registrar], daemon, PlanHandlers.discard),
      explain: .later([.registrar, .advocate, .coordinator], daemon, ExplainHandler.explain),
      showPlan: .later([.registrar], daemon, PlanHandlers.show),
      listRuns: .later([.runner, .registrar], daemon, RunHandlers.list),
      showRun: .later([.runner, .registrar], daemon, RunHandlers.show),
      replayRun: .progress([.runner, .registrar], daemon, RunHandlers.replay),
      exportRun: .progress([.runner, .registrar], daemon, RunHandlers.export))
  }
}
