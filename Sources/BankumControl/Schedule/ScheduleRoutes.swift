import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Schedule`.
enum ScheduleRoutes {
  /// The house and the people of the legal-aid organisations, each for its own meetings.
  private static let lawyers: Set<Role> = [.registrar, .advocate, .coordinator]

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
      exportRun: .progress([.runner, .registrar], daemon, RunHandlers.export),
      listSessions: .later(lawyers, daemon, SessionHandlers.list),
      showSession: .later(lawyers, daemon, SessionHandlers.show),
      pinSession: .later([.registrar], daemon, SessionHandlers.pin),
      moveSession: .later([.registrar], daemon, SessionHandlers.move),
      cancelSession: .later(lawyers, daemon, SessionHandlers.cancel),
      endSession: .later(lawyers, daemon, SessionHandlers.end),
      recordSession: .later(lawyers, daemon, SessionHandlers.record),
      overrideConflict: .later([.registrar], daemon, SessionHandlers.overrideConflict),
      listEducation: .later(lawyers, daemon, EducationHandlers.list),
      proposeEducation: .later(lawyers, daemon, EducationHandlers.propose),
      confirmEducation: .later([.registrar], daemon, EducationHandlers.confirm),
      cancelEducation: .later(lawyers, daemon, EducationHandlers.cancel),
      recordAttendance: .later(lawyers, daemon, EducationHandlers.record))
  }
}
