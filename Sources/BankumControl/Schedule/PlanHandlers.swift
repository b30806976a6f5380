import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import Varlink

/// The plan's methods of `org.bankum.Schedule`.
enum PlanHandlers {
  typealias Interface = ScheduleInterface

  static func publish(
    _ daemon: Daemon, _ input: Interface.PublishPlan.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.PublishPlan> {
    try await Desk.write(
      daemon, Interface.PublishPlan.self, input, caller, language: input.language,
      reply: { (version: Int) in .init(version: version) }
    ) { context in
      try await context.office.publishPlan(context.order)
    }
  }

  static func discard(
    _ daemon: Daemon, _ input: Interface.DiscardPlan.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.DiscardPlan> {
    try await Desk.write(
      daemon, Interface.DiscardPlan.self, input, caller, language: input.language,
      reply: { (_: Done) in .init() }
    ) { context in
      try await context.office.discardPlan(context.order)
    }
  }

  static func show(
    _ daemon: Daemon, _ input: Interface.ShowPlan.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowPlan.Output {
    try await Desk.answer(daemon, Interface.ShowPlan.self, input, caller, language: input.language) { context in
      if let version = input.version, input.draft == true {
        throw OfficeError.invalid("version", "\(version)", .absent)
      }
      let page = try await context.office.showPlan(
        version: input.version, isDraftOnly: input.draft == true, context.scope, method: Interface.ShowPlan.name)
      let zone = context.office.clock.zone
      return Interface.ShowPlan.Output(plan: record(page.plan, zone), changes: page.changes.map { change($0, zone) })
    }
  }

  static func record(_ plan: BankumModel.Plan, _ zone: ZoneOffset) -> PlanRecord {
    PlanRecord(
      id: plan.id.text, state: plan.state.code, version: plan.version, run: plan.run?.text,
      madeAt: plan.madeAt.text(in: zone), publishedAt: plan.publishedAt?.text(in: zone), added: plan.added.count,
      moved: plan.moved.count, cancelled: plan.cancelled.count)
  }

  private static func change(_ change: BankumOffice.PlanChange, _ zone: ZoneOffset) -> BankumAPI.PlanChange {
    let session = change.session
    return BankumAPI.PlanChange(
      kind: change.kind.code, session: session.id.text, request: session.request?.text, service: session.service.code,
      inmate: session.inmate.text, inmateName: change.inmate.name, advocate: session.advocate.text,
      advocateName: change.advocate?.name, room: change.room?.name, start: session.start.text(in: zone),
      end: session.end.text(in: zone), formerStart: change.former?.start.text(in: zone),
      formerAdvocate: change.formerAdvocate?.name)
  }
}
