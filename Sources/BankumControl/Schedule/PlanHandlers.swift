import BankumAPI
import BankumOffice
import Varlink

/// The plan's methods of `org.bankum.Schedule`.
enum PlanHandlers {
  typealias Interface = ScheduleInterface

  static func publish(
    _ daemon: Daemon, _ input: Interface.PublishPlan.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.PublishPlan.Output {
    try await Desk.answer(daemon, Interface.PublishPlan.self, input, caller, language: input.language) { visit in
      Interface.PublishPlan.Output(version: try await visit.office.publishPlan(visit.order))
    }
  }

  static func discard(
    _ daemon: Daemon, _ input: Interface.DiscardPlan.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.DiscardPlan.Output {
    try await Desk.answer(daemon, Interface.DiscardPlan.self, input, caller, language: input.language) { visit in
      try await visit.office.discardPlan(visit.order)
      return Interface.DiscardPlan.Output()
    }
  }
}
