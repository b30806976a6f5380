import BankumAPI
import BankumModel
import BankumOffice
import BankumWords
import Varlink

/// Reading people: `ListInmates`, `FindInmates`, `ShowInmate`.
enum InmateHandlers {
  typealias Interface = RegistryInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListInmates.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListInmates.Output {
    typealias Method = Interface.ListInmates
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let question = InmateQuestion(
        search: input.search, block: input.block, presence: fields.code(input.presence, "presence"),
        band: fields.code(input.band, "band"), page: fields.page(input.skip, input.limit))
      try fields.check()
      let found = try await context.office.listInmates(question, context.scope, method: Method.name)
      return Method.Output(total: found.total, inmates: found.values.map(\.line))
    }
  }

  static func find(
    _ daemon: Daemon, _ input: Interface.FindInmates.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.FindInmates.Output {
    typealias Method = Interface.FindInmates
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let found = try await context.office.findInmates(input.text, context.scope, method: Method.name)
      return Method.Output(inmates: found.map(\.line))
    }
  }

  static func show(
    _ daemon: Daemon, _ input: Interface.ShowInmate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowInmate.Output {
    typealias Method = Interface.ShowInmate
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      output(
        try await context.office.showInmate(input.inmate, context.scope, method: Method.name),
        isOwnHouse: context.scope.partner == nil, in: context.language)
    }
  }

  private static func output(
    _ record: InmateRecord, isOwnHouse: Bool, in language: Language
  ) -> Interface.ShowInmate.Output {
    let inmate = record.entry.inmate
    return Interface.ShowInmate.Output(
      inmate: record.entry.line, aliases: inmate.aliases,
      numbers: inmate.registerEntries.map {
        RegisterEntryLine(number: $0.number.text, from: $0.days.first.text, to: $0.days.last?.text)
      },
      serialNumber: isOwnHouse ? inmate.serialNumber : nil, birthDate: inmate.birthDate?.text,
      sex: inmate.sex.code, residence: isOwnHouse ? inmate.residence.text : nil, enteredOn: inmate.enteredOn.text,
      sentenceEnds: inmate.sentenceEndsOn?.text, departedOn: inmate.departedOn?.text,
      languages: inmate.languages.map(\.code), needs: inmate.needs.map(\.code).sorted(),
      training: isOwnHouse ? record.programmes.map(\.name) : [],
      absences: record.absences.map {
        AbsenceLine(
          id: $0.id.text, from: $0.days.first.text, to: $0.days.last?.text, reason: $0.reason.code,
          suspendsDetention: $0.suspendsDetention)
      },
      terms: record.terms.map { $0.term.line(of: inmate, warnings: $0.findings.warnings(in: language)) },
      hearings: record.hearings.map { hearing in
        let number = record.cases.first { $0.id == hearing.caseFile }?.number
        return hearing.line(of: inmate, in: record.entry.block, caseNumber: number)
      },
      cases: record.cases.map { $0.line(record.people) },
      requests: record.requests.map {
        InmateRequestLine(
          id: $0.id.text, service: $0.service.code, state: $0.state.code, submittedOn: $0.submittedOn.text,
          partner: $0.offer?.partner.text)
      },
      mandates: record.mandates.map { $0.line(of: inmate, nil, nil, flags: []) })
  }
}
