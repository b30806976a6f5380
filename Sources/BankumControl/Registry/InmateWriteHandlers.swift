import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Writing people: from `AddInmate` to `BringInmateBack`.
enum InmateWriteHandlers {
  typealias Interface = RegistryInterface

  static func add(
    _ daemon: Daemon, _ input: Interface.AddInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddInmate> {
    try await Desk.change(daemon, Interface.AddInmate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      var edit = InmateEdit()
      edit.name = input.name
      edit.aliases = input.aliases
      edit.serialNumber = fields.edit(input.serialNumber)
      edit.birthDate = fields.edit(input.birthDate, date: "birthDate")
      edit.sex = fields.code(input.sex, "sex")
      edit.residence = input.residence
      edit.enteredOn = fields.date(input.enteredOn, "enteredOn")
      edit.sentenceEndsOn = fields.edit(input.sentenceEnds, date: "sentenceEnds")
      edit.languages = fields.languages(input.languages, "languages")
      edit.needs = fields.codes(input.needs, "needs")
      edit.training = input.training
      let number = fields.registerNumber(input.number, "number")
      try fields.check()
      guard let number else { throw OfficeError.invalid("number", input.number, .registerNumber) }
      return try await context.office.addInmate(
        edit, number: number, block: input.block, cell: input.cell, again: input.again ?? false, context.order)
    }
  }

  static func set(
    _ daemon: Daemon, _ input: Interface.SetInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetInmate> {
    try await Desk.change(daemon, Interface.SetInmate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      var edit = InmateEdit()
      edit.name = input.name
      edit.aliases = input.aliases
      edit.serialNumber = fields.edit(input.serialNumber)
      edit.birthDate = fields.edit(input.birthDate, date: "birthDate")
      edit.sex = fields.code(input.sex, "sex")
      edit.residence = input.residence
      edit.enteredOn = fields.date(input.enteredOn, "enteredOn")
      edit.sentenceEndsOn = fields.edit(input.sentenceEnds, date: "sentenceEnds")
      edit.languages = fields.languages(input.languages, "languages")
      edit.needs = fields.codes(input.needs, "needs")
      edit.training = input.training
      try fields.check()
      return try await context.office.setInmate(input.inmate, edit, context.order)
    }
  }

  static func move(
    _ daemon: Daemon, _ input: Interface.MoveInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.MoveInmate> {
    try await Desk.change(daemon, Interface.MoveInmate.self, input, caller, language: input.language) { context in
      try await context.office.moveInmate(input.inmate, to: input.block, cell: input.cell, context.order)
    }
  }

  static func renumber(
    _ daemon: Daemon, _ input: Interface.RenumberInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.RenumberInmate> {
    try await Desk.change(daemon, Interface.RenumberInmate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let number = fields.registerNumber(input.number, "number")
      let day = fields.date(input.on, "on")
      try fields.check()
      guard let number else { throw OfficeError.invalid("number", input.number, .registerNumber) }
      return try await context.office.renumberInmate(input.inmate, to: number, on: day, context.order)
    }
  }

  static func merge(
    _ daemon: Daemon, _ input: Interface.MergeInmates.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.MergeInmates> {
    try await Desk.change(daemon, Interface.MergeInmates.self, input, caller, language: input.language) { context in
      try await context.office.mergeInmates(input.inmate, input.other, context.order)
    }
  }

  static func depart(
    _ daemon: Daemon, _ input: Interface.DepartInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.DepartInmate> {
    try await Desk.write(
      daemon, Interface.DepartInmate.self, input, caller, language: input.language,
      reply: { (report: DepartureReport) in
        .init(
          requests: report.requests.map(\.text), sessions: report.sessions.map(\.text),
          endedMandates: report.endedMandates.map(\.text), referrals: report.referrals.map(\.text))
      }
    ) { context in
      var fields = Fields()
      let how: Departure = fields.code(input.how, "how")
      let day = fields.date(input.on, "on")
      try fields.check()
      return try await context.office.departInmate(input.inmate, how, on: day, context.order)
    }
  }

  static func reinstate(
    _ daemon: Daemon, _ input: Interface.ReinstateInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.ReinstateInmate> {
    try await Desk.change(daemon, Interface.ReinstateInmate.self, input, caller, language: input.language) { context in
      try await context.office.reinstateInmate(input.inmate, context.order)
    }
  }

  static func sendAway(
    _ daemon: Daemon, _ input: Interface.SendInmateAway.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SendInmateAway> {
    try await Desk.change(daemon, Interface.SendInmateAway.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let days = fields.days(input.from, input.to)
      let reason: AbsenceReason = fields.code(input.reason, "reason")
      try fields.check()
      return try await context.office.sendAway(
        input.inmate, days, reason, suspends: input.suspendsDetention, context.order)
    }
  }

  static func bringBack(
    _ daemon: Daemon, _ input: Interface.BringInmateBack.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.BringInmateBack> {
    try await Desk.change(daemon, Interface.BringInmateBack.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let day = fields.date(input.on, "on")
      try fields.check()
      return try await context.office.bringBack(input.inmate, on: day, context.order)
    }
  }
}
