import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// The methods about education of `org.bankum.Schedule`.
enum EducationHandlers {
  typealias Interface = ScheduleInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListEducation.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListEducation.Output {
    try await Desk.answer(daemon, Interface.ListEducation.self, input, caller, language: input.language) { context in
      let views = try await context.office.education(
        try Read.id(input.event, "event"), from: try Read.date(input.from, "from"), to: try Read.date(input.to, "to"),
        context.scope, method: Interface.ListEducation.name)
      return Interface.ListEducation.Output(events: views.map { info($0, context.office.clock.zone) })
    }
  }

  static func propose(
    _ daemon: Daemon, _ input: Interface.ProposeEducation.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.ProposeEducation> {
    try await Desk.write(
      daemon, Interface.ProposeEducation.self, input, caller, language: input.language,
      reply: { (event: EducationEvent.ID) in .init(event: event.text) }
    ) { context in
      let named: Partner.ID? = try Read.id(input.partner, "partner")
      guard let partner = named ?? context.scope.partner else { throw OfficeError.invalid("partner", nil, .given) }
      let proposal = EducationProposal(
        topic: input.topic, date: try Read.date(input.date, "date"), start: try Read.minute(input.time, "time"),
        minutes: input.minutes, partner: partner,
        advocates: try input.advocates.map { try Read.id($0, "advocates") }, size: input.size,
        room: try Read.id(input.room, "room"))
      return try await context.office.proposeEducation(proposal, context.order)
    }
  }

  static func confirm(
    _ daemon: Daemon, _ input: Interface.ConfirmEducation.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.ConfirmEducation> {
    try await Desk.write(
      daemon, Interface.ConfirmEducation.self, input, caller, language: input.language,
      reply: { (_: EducationEvent.ID) in .init() }
    ) { context in
      try await context.office.confirmEducation(try Read.id(input.event, "event"), context.order)
    }
  }

  static func cancel(
    _ daemon: Daemon, _ input: Interface.CancelEducation.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.CancelEducation> {
    try await Desk.write(
      daemon, Interface.CancelEducation.self, input, caller, language: input.language,
      reply: { (_: EducationEvent.ID) in .init() }
    ) { context in
      try await context.office.cancelEducation(try Read.id(input.event, "event"), context.order)
    }
  }

  static func record(
    _ daemon: Daemon, _ input: Interface.RecordAttendance.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.RecordAttendance> {
    try await Desk.write(
      daemon, Interface.RecordAttendance.self, input, caller, language: input.language,
      reply: { (_: EducationEvent.ID) in .init() }
    ) { context in
      try await context.office.recordAttendance(
        try Read.id(input.event, "event"), present: input.present, context.order)
    }
  }

  private static func info(_ view: EducationView, _ zone: ZoneOffset) -> EducationInfo {
    let event = view.event
    return EducationInfo(
      id: event.id.text, topic: event.topic, status: event.state.code,
      start: CivilTime(event.date, event.hours.start).text(in: zone),
      end: CivilTime(event.date, event.hours.end).text(in: zone), room: view.room.id.text, roomName: view.room.name,
      partner: view.partner.id.text, partnerName: view.partner.shortName, advocates: view.advocates.map(\.id.text),
      advocateNames: view.advocates.map(\.name), size: view.size,
      participants: view.participants.map {
        SessionInmate(
          id: $0.inmate.id.text, name: $0.inmate.name, number: $0.inmate.registerNumber?.text, block: $0.block?.name,
          cell: $0.inmate.cell)
      }, attended: event.attended.map(\.text).sorted())
  }
}
