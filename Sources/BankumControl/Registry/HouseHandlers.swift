import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Rooms, blocks, days, training.
enum HouseHandlers {
  typealias Interface = RegistryInterface

  static func rooms(
    _ daemon: Daemon, _ input: Interface.ListRooms.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListRooms.Output {
    typealias Method = Interface.ListRooms
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      Method.Output(rooms: try await context.office.listRooms(context.scope).map(line))
    }
  }

  private static func line(_ room: Room) -> RoomLine {
    RoomLine(
      id: room.id.text, name: room.name, kind: room.kind.code, confidential: room.isConfidential,
      accessible: room.isAccessible, places: room.places,
      closures: room.closures.map {
        RoomClosureLine(
          from: $0.days.first.text, to: $0.days.last?.text, hours: $0.hours.text,
          reason: $0.reason.isEmpty ? nil : $0.reason)
      },
      reservations: room.reservations.map {
        RoomReservationLine(
          partner: $0.partner.text, weekday: $0.weekday?.code, from: $0.days.first.text, to: $0.days.last?.text,
          hours: $0.hours.text)
      })
  }

  static func blockRoom(
    _ daemon: Daemon, _ input: Interface.BlockRoom.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.BlockRoom> {
    try await Desk.change(daemon, Interface.BlockRoom.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let days = fields.days(input.from, input.to)
      let hours: MinuteRange? = fields.hours(input.hours, "hours")
      try fields.check()
      return try await context.office.blockRoom(input.room, days, hours, reason: input.reason, context.order)
    }
  }

  static func unblockRoom(
    _ daemon: Daemon, _ input: Interface.UnblockRoom.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.UnblockRoom> {
    try await Desk.change(daemon, Interface.UnblockRoom.self, input, caller, language: input.language) { context in
      try await context.office.unblockRoom(input.room, on: try Read.date(input.on, "on"), context.order)
    }
  }

  static func blocks(
    _ daemon: Daemon, _ input: Interface.ListBlocks.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListBlocks.Output {
    typealias Method = Interface.ListBlocks
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      Method.Output(
        blocks: try await context.office.listBlocks(context.scope).map {
          BlockLine(
            id: $0.block.id.text, name: $0.block.name, kind: $0.block.kind.code, escorts: $0.block.escortCapacity,
            fetchMinutes: $0.block.fetchMinutes, inmates: $0.inmates)
        })
    }
  }

  static func setBlock(
    _ daemon: Daemon, _ input: Interface.SetBlock.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetBlock> {
    try await Desk.change(daemon, Interface.SetBlock.self, input, caller, language: input.language) { context in
      var fields = Fields()
      var edit = BlockEdit()
      edit.name = input.name
      edit.kind = fields.code(input.kind, "kind")
      edit.escortCapacity = input.escorts
      edit.fetchMinutes = input.fetchMinutes
      try fields.check()
      return try await context.office.setBlock(input.block, edit, context.order)
    }
  }

  static func calendar(
    _ daemon: Daemon, _ input: Interface.ListCalendar.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListCalendar.Output {
    typealias Method = Interface.ListCalendar
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let first = input.from ?? context.office.clock.today.text
      let last = input.to ?? fields.date(first, "from").adding(days: 89).text
      let days = fields.closedDays(first, last)
      try fields.check()
      let calendar = try await context.office.showCalendar()
      return Method.Output(
        years: calendar.years,
        week: Weekday.allCases.map {
          WeekdayLine(weekday: $0.code, hours: (calendar.weeklyHours[$0] ?? .closed).text)
        },
        holidays: calendar.holidays.filter { days.contains($0.date) }.map {
          HolidayLine(date: $0.date.text, kind: $0.kind.code, name: $0.name, mayMove: $0.mayMove)
        },
        decisions: calendar.decisions.filter { $0.days.overlaps(days) }.map(line))
    }
  }

  private static func line(_ decision: CalendarDecision) -> DayDecision {
    let (effect, hours): (String, String?) =
      switch decision.effect {
      case .close(let hours): ("close", hours?.text)
      case .open(let hours): ("open", hours?.text)
      case .hours(let hours): ("hours", hours.text)
      }
    return DayDecision(
      from: decision.days.first.text, to: decision.days.last.text, weekday: decision.weekday?.code,
      scope: decision.scope.code, effect: effect, hours: hours, reason: decision.reason)
  }

  static func close(
    _ daemon: Daemon, _ input: Interface.CloseDays.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.CloseDays> {
    try await Desk.change(daemon, Interface.CloseDays.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let scope: CalendarDecision.Scope = fields.code(input.scope, "scope") ?? .house
      let hours: MinuteRange? = fields.hours(input.hours, "hours")
      let decision = CalendarDecision(
        days: fields.closedDays(input.from, input.to), weekday: fields.code(input.weekday, "weekday"), scope: scope,
        effect: .close(hours: hours), reason: input.reason)
      try fields.check()
      if scope == .national, let hours { throw OfficeError.invalid("hours", hours.text, .absent) }
      return try await context.office.decide(decision, context.order)
    }
  }

  static func open(
    _ daemon: Daemon, _ input: Interface.OpenDays.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.OpenDays> {
    try await Desk.change(daemon, Interface.OpenDays.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let scope: CalendarDecision.Scope = fields.code(input.scope, "scope") ?? .house
      let hours = input.hours.map { fields.openingHours($0, "hours") }
      let decision = CalendarDecision(
        days: fields.closedDays(input.from, input.to), weekday: fields.code(input.weekday, "weekday"), scope: scope,
        effect: .open(hours: hours), reason: input.reason)
      try fields.check()
      if scope == .national, let hours { throw OfficeError.invalid("hours", hours.text, .absent) }
      return try await context.office.decide(decision, context.order)
    }
  }

  static func hours(
    _ daemon: Daemon, _ input: Interface.SetDayHours.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetDayHours> {
    try await Desk.change(daemon, Interface.SetDayHours.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let decision = CalendarDecision(
        days: fields.closedDays(input.from, input.to), weekday: fields.code(input.weekday, "weekday"), scope: .house,
        effect: .hours(fields.openingHours(input.hours, "hours")), reason: input.reason ?? input.hours)
      try fields.check()
      return try await context.office.decide(decision, context.order)
    }
  }

  static func training(
    _ daemon: Daemon, _ input: Interface.ListTraining.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListTraining.Output {
    typealias Method = Interface.ListTraining
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      Method.Output(
        training: try await context.office.listTraining(context.scope).map { entry in
          TrainingLine(
            id: entry.programme.id.text, name: entry.programme.name, kind: entry.programme.kind.code,
            classes: entry.programme.timetable.map {
              ClassLine(
                weekday: $0.weekday.code, hours: $0.hours.text, from: $0.days.first.text, to: $0.days.last?.text)
            }, trainees: entry.trainees)
        })
    }
  }

  static func setTraining(
    _ daemon: Daemon, _ input: Interface.SetTraining.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetTraining> {
    try await Desk.change(daemon, Interface.SetTraining.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let weekday: Weekday = fields.code(input.weekday, "weekday")
      let hours = fields.openingHours(input.hours, "hours")
      let days = fields.days(input.from ?? context.office.clock.today.text, input.to)
      try fields.check()
      return try await context.office.setTraining(input.training, weekday, hours, days, context.order)
    }
  }
}
