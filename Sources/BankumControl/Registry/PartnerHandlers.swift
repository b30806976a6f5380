import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Organisations, their people, their hours, their mandates.
enum PartnerHandlers {
  typealias Interface = RegistryInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListPartners.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListPartners.Output {
    typealias Method = Interface.ListPartners
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let found = try await context.office.listPartners(input.partner, context.scope, method: Method.name)
      return Method.Output(
        partners: found.map { entry in
          let partner = entry.partner
          return PartnerLine(
            id: partner.id.text, name: partner.name, shortName: partner.shortName, agreement: partner.agreement.line,
            accreditationClass: partner.accreditationClass.code, accreditation: partner.accreditation.line,
            capacity: partner.capacity, share: partner.sharePerMille, quota: partner.quota, people: entry.people,
            lapsed: entry.credentialStatus.lapsed.map(\.code), lapsing: entry.credentialStatus.lapsingCodes)
        })
    }
  }

  static func set(
    _ daemon: Daemon, _ input: Interface.SetPartner.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetPartner> {
    try await Desk.change(daemon, Interface.SetPartner.self, input, caller, language: input.language) { context in
      var fields = Fields()
      var edit = PartnerEdit()
      edit.name = input.name
      edit.shortName = input.shortName
      edit.agreementFrom = fields.date(input.agreementFrom, "agreementFrom")
      edit.agreementTo = fields.edit(input.agreementTo, date: "agreementTo")
      edit.accreditationClass = fields.code(input.accreditationClass, "accreditationClass")
      edit.accreditationFrom = fields.date(input.accreditationFrom, "accreditationFrom")
      edit.accreditationTo = fields.edit(input.accreditationTo, date: "accreditationTo")
      edit.capacity = input.capacity
      edit.share = input.share
      edit.quota = fields.edit(input.quota, number: "quota")
      try fields.check()
      return try await context.office.setPartner(input.partner, edit, context.order)
    }
  }

  static func mandates(
    _ daemon: Daemon, _ input: Interface.ListMandates.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListMandates.Output {
    typealias Method = Interface.ListMandates
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let page = fields.page(input.skip, input.limit)
      try fields.check()
      let found = try await context.office.listMandates(
        of: input.inmate, partner: input.partner, advocate: input.advocate, all: input.all ?? false, page,
        context.scope, method: Method.name)
      return Method.Output(
        total: found.total,
        mandates: found.values.map { $0.mandate.line(of: $0.inmate, $0.partner, $0.advocate, flags: $0.flags) })
    }
  }

  static func addMandate(
    _ daemon: Daemon, _ input: Interface.AddMandate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddMandate> {
    try await Desk.change(daemon, Interface.AddMandate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let day = fields.date(input.from, "from") ?? context.office.clock.today
      try fields.check()
      return try await context.office.addMandate(
        of: input.inmate, to: input.advocate, letter: input.letter, from: day, caseFile: input.case, context.order)
    }
  }

  static func endMandate(
    _ daemon: Daemon, _ input: Interface.EndMandate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.EndMandate> {
    try await Desk.change(daemon, Interface.EndMandate.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let id: Mandate.ID = fields.id(input.mandate, "mandate")
      let day = fields.date(input.on, "on")
      let reason: MandateEnd = fields.code(input.reason, "reason")
      try fields.check()
      return try await context.office.endMandate(id, on: day, reason, context.order)
    }
  }
}
