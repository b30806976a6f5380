import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Those who give legal aid, and when they can come.
enum AdvocateHandlers {
  typealias Interface = RegistryInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListAdvocates.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListAdvocates.Output {
    typealias Method = Interface.ListAdvocates
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let found = try await context.office.listAdvocates(
        input.advocate, of: input.partner, all: input.all ?? false, context.scope, method: Method.name)
      return Method.Output(advocates: found.map(line))
    }
  }

  private static func line(_ entry: AdvocateEntry) -> AdvocateLine {
    let advocate = entry.advocate
    return AdvocateLine(
      id: advocate.id.text, partner: advocate.partner.text, partnerName: entry.partner?.shortName,
      name: advocate.name, kind: advocate.kind.code, sex: advocate.sex.code,
      skills: advocate.skills.map(\.code).sorted(), languages: advocate.languages.map(\.code).sorted(),
      licenceNumber: advocate.licenceNumber, licence: advocate.licence.line, employment: advocate.employment.line,
      dailyCap: advocate.dailyCap, weeklyCap: advocate.weeklyCap,
      absences: advocate.absences.map { DayRange(from: $0.first.text, to: $0.last.text) },
      lapsed: entry.credentialStatus.lapsed.map(\.code), lapsing: entry.credentialStatus.lapsingCodes,
      staleHours: entry.isStale)
  }

  static func add(
    _ daemon: Daemon, _ input: Interface.AddAdvocate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddAdvocate> {
    try await Desk.change(daemon, Interface.AddAdvocate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      var edit = AdvocateEdit()
      edit.name = input.name
      let (kind, sex): (AdvocateKind, Sex) = (fields.code(input.kind, "kind"), fields.code(input.sex, "sex"))
      edit.kind = kind
      edit.sex = sex
      edit.skills = fields.codes(input.skills, "skills")
      edit.languages = fields.languages(input.languages, "languages")
      edit.licenceNumber = fields.edit(input.licenceNumber)
      edit.licenceFrom = fields.date(input.licenceFrom, "licenceFrom")
      edit.licenceTo = fields.edit(input.licenceTo, date: "licenceTo")
      edit.employmentFrom = fields.date(input.employmentFrom, "employmentFrom")
      edit.dailyCap = input.dailyCap
      edit.weeklyCap = input.weeklyCap
      try fields.check()
      return try await context.office.addAdvocate(for: input.partner, edit, context.order)
    }
  }

  static func set(
    _ daemon: Daemon, _ input: Interface.SetAdvocate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetAdvocate> {
    try await Desk.change(daemon, Interface.SetAdvocate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      var edit = AdvocateEdit()
      edit.name = input.name
      edit.kind = fields.code(input.kind, "kind")
      edit.sex = fields.code(input.sex, "sex")
      edit.skills = fields.codes(input.skills, "skills")
      edit.languages = fields.languages(input.languages, "languages")
      edit.licenceNumber = fields.edit(input.licenceNumber)
      edit.licenceFrom = fields.date(input.licenceFrom, "licenceFrom")
      edit.licenceTo = fields.edit(input.licenceTo, date: "licenceTo")
      edit.employmentFrom = fields.date(input.employmentFrom, "employmentFrom")
      edit.dailyCap = input.dailyCap
      edit.weeklyCap = input.weeklyCap
      try fields.check()
      return try await context.office.setAdvocate(input.advocate, edit, context.order)
    }
  }

  static func end(
    _ daemon: Daemon, _ input: Interface.EndAdvocate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.EndAdvocate> {
    try await Desk.change(daemon, Interface.EndAdvocate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let day = fields.date(input.on, "on")
      try fields.check()
      return try await context.office.endAdvocate(input.advocate, on: day, context.order)
    }
  }

  static func absent(
    _ daemon: Daemon, _ input: Interface.SetAdvocateAbsent.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetAdvocateAbsent> {
    try await Desk.change(
      daemon, Interface.SetAdvocateAbsent.self, input, caller, language: input.language
    ) { context in
      var fields = Fields()
      let days = fields.closedDays(input.from, input.to)
      try fields.check()
      return try await context.office.setAbsent(input.advocate, days, context.order)
    }
  }

  static func availability(
    _ daemon: Daemon, _ input: Interface.ListAvailability.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListAvailability.Output {
    typealias Method = Interface.ListAvailability
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let found = try await context.office.listAvailability(
        of: input.advocate, partner: input.partner, onlyStale: input.stale ?? false, context.scope,
        method: Method.name)
      return Method.Output(
        availability: found.map {
          AvailabilityLine(
            id: $0.hours.id.text, advocate: $0.advocate.id.text, advocateName: $0.advocate.name,
            weekday: $0.hours.weekday?.code, from: $0.hours.days.first.text, to: $0.hours.days.last?.text,
            hours: $0.hours.hours.text, confirmedOn: $0.hours.confirmedOn.text, stale: $0.isStale)
        })
    }
  }

  static func addAvailability(
    _ daemon: Daemon, _ input: Interface.AddAvailability.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddAvailability> {
    try await Desk.change(daemon, Interface.AddAvailability.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let weekday: Weekday? = fields.code(input.weekday, "weekday")
      let days = fields.days(input.from ?? context.office.clock.today.text, input.to)
      let hours: MinuteRange = fields.hours(input.hours, "hours")
      try fields.check()
      return try await context.office.addAvailability(of: input.advocate, weekday: weekday, days, hours, context.order)
    }
  }

  static func removeAvailability(
    _ daemon: Daemon, _ input: Interface.RemoveAvailability.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.RemoveAvailability> {
    try await Desk.change(
      daemon, Interface.RemoveAvailability.self, input, caller, language: input.language
    ) { context in
      try await context.office.removeAvailability(try Read.id(input.availability, "availability"), context.order)
    }
  }

  static func confirmAvailability(
    _ daemon: Daemon, _ input: Interface.ConfirmAvailability.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.ConfirmAvailability> {
    try await Desk.change(
      daemon, Interface.ConfirmAvailability.self, input, caller, language: input.language
    ) { context in
      try await context.office.confirmAvailability(
        try Read.id(input.availability, "availability"), of: input.advocate, context.order)
    }
  }
}
