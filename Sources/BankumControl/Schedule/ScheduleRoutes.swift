import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Schedule`.
enum ScheduleRoutes {
  /// The house and the people of the legal-aid organisations, each for its own meetings.
  private static let lawyers: Set<Role> = [.registrar, .advocate, .coordinator]

  static func table(_ daemon: Daemon) -> ScheduleTable<Access, Caller> {
    ScheduleTable(
      assign: .write([.runner, .registrar], daemon, AssignHandler.assign),
      publishPlan: .write([.registrar], daemon, PlanHandlers.publish),
      discardPlan: .write([.registrar], daemon, PlanHandlers.discard),
      explain: .later([.registrar, .advocate, .coordinator], daemon, ExplainHandler.explain),
      showPlan: .later([.registrar], daemon, PlanHandlers.show),
      listRuns: .later([.runner, .registrar], daemon, RunHandlers.list),
      showRun: .later([.runner, .registrar], daemon, RunHandlers.show),
      replayRun: .progress([.runner, .registrar], daemon, RunHandlers.replay),
      exportRun: .progress([.runner, .registrar], daemon, RunHandlers.export),
      listSessions: .later(lawyers, daemon, SessionHandlers.list),
      showSession: .later(lawyers, daemon, SessionHandlers.show),
      pinSession: .write([.registrar], daemon, SessionHandlers.pin),
      moveSession: .write([.registrar], daemon, SessionHandlers.move),
      cancelSession: .write(lawyers, daemon, SessionHandlers.cancel),
      endSession: .write(lawyers, daemon, SessionHandlers.end),
      recordSession: .write(lawyers, daemon, SessionHandlers.record),
      overrideConflict: .write([.registrar], daemon, SessionHandlers.overrideConflict),
      listEducation: .later(lawyers, daemon, EducationHandlers.list),
      proposeEducation: .write(lawyers, daemon, EducationHandlers.propose),
      confirmEducation: .write([.registrar], daemon, EducationHandlers.confirm),
      cancelEducation: .write(lawyers, daemon, EducationHandlers.cancel),
      recordAttendance: .write(lawyers, daemon, EducationHandlers.record))
  }
}
