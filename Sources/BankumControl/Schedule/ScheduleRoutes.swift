import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Schedule`.
enum ScheduleRoutes {
  static func table(_ daemon: Daemon) -> ScheduleTable<Access, Caller> {
    ScheduleTable(
      assign: MethodRow(
        .roles([.runner, .registrar]),
        .progress { (input, caller, replies) async throws(VarlinkError) in
          try await AssignHandler.assign(daemon, input, caller, replies)
        }),
      publishPlan: MethodRow(
        .roles([.registrar]),
        .later { (input, caller) async throws(VarlinkError) in
          try await PlanHandlers.publish(daemon, input, caller)
        }),
      discardPlan: MethodRow(
        .roles([.registrar]),
        .later { (input, caller) async throws(VarlinkError) in
          try await PlanHandlers.discard(daemon, input, caller)
        }))
  }
}
