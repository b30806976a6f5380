import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// Orders, days in court, cases, orders to keep apart.
enum CaseHandlers {
  typealias Interface = RegistryInterface

  static func terms(
    _ daemon: Daemon, _ input: Interface.ListTerms.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListTerms.Output {
    typealias Method = Interface.ListTerms
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let stage: DetentionStage? = fields.code(input.stage, "stage")
      let endsBy = fields.date(input.endsBy, "endsBy")
      let page = fields.page(input.skip, input.limit)
      try fields.check()
      let found = try await context.office.listTerms(
        of: input.inmate, stage: stage, endsBy: endsBy, isOdd: input.odd ?? false, page, context.scope,
        method: Method.name)
      return Method.Output(
        total: found.total,
        terms: found.values.map { $0.term.line(of: $0.inmate, warnings: $0.findings.warnings(in: context.language)) })
    }
  }

  static func addTerm(
    _ daemon: Daemon, _ input: Interface.AddTerm.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddTerm> {
    try await Desk.change(daemon, Interface.AddTerm.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let term = TermOrder(
        stage: fields.code(input.stage, "stage"), law: fields.code(input.law, "law"),
        grant: fields.code(input.grant, "grant"), letter: input.letter, first: fields.date(input.from, "from"),
        last: fields.date(input.to, "to"), caseFile: input.case, replaces: fields.id(input.replaces, "replaces"))
      try fields.check()
      return try await context.office.addTerm(input.inmate, term, context.order)
    }
  }

  static func hearings(
    _ daemon: Daemon, _ input: Interface.ListHearings.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListHearings.Output {
    typealias Method = Interface.ListHearings
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let days = input.from.map { fields.closedDays($0, input.to) }
      let status: HearingStatus? = fields.code(input.status, "status")
      let page = fields.page(input.skip, input.limit)
      try fields.check()
      if input.from == nil, let to = input.to { throw OfficeError.invalid("to", to, .absent) }
      let found = try await context.office.listHearings(
        of: input.inmate, days, status: status, page, context.scope, method: Method.name)
      return Method.Output(
        total: found.total,
        hearings: found.values.map {
          $0.hearing.line(of: $0.inmate, in: $0.block, caseNumber: $0.caseNumber)
        })
    }
  }

  static func addHearing(
    _ daemon: Daemon, _ input: Interface.AddHearing.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddHearing> {
    try await Desk.change(daemon, Interface.AddHearing.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let hearing = HearingOrder(
        date: fields.date(input.date, "date"), court: input.court, isOnline: input.online ?? false,
        caseFile: input.case, advocate: input.advocate)
      try fields.check()
      return try await context.office.addHearing(input.inmate, hearing, context.order)
    }
  }

  static func moveHearing(
    _ daemon: Daemon, _ input: Interface.MoveHearing.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.MoveHearing> {
    try await Desk.change(daemon, Interface.MoveHearing.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let (id, date): (Hearing.ID, CivilDate) = (fields.id(input.hearing, "hearing"), fields.date(input.date, "date"))
      try fields.check()
      return try await context.office.moveHearing(id, to: date, context.order)
    }
  }

  static func cancelHearing(
    _ daemon: Daemon, _ input: Interface.CancelHearing.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.CancelHearing> {
    try await Desk.change(daemon, Interface.CancelHearing.self, input, caller, language: input.language) { context in
      try await context.office.cancelHearing(try Read.id(input.hearing, "hearing"), context.order)
    }
  }

  static func cases(
    _ daemon: Daemon, _ input: Interface.ListCases.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListCases.Output {
    typealias Method = Interface.ListCases
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let page = fields.page(input.skip, input.limit)
      try fields.check()
      let found = try await context.office.listCases(
        of: input.inmate, search: input.search, page, context.scope, method: Method.name)
      return Method.Output(total: found.total, cases: found.values.map { $0.file.line($0.people) })
    }
  }

  static func showCase(
    _ daemon: Daemon, _ input: Interface.ShowCase.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowCase.Output {
    typealias Method = Interface.ShowCase
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let entry = try await context.office.showCase(input.case, context.scope, method: Method.name)
      return Method.Output(
        case: entry.file.line(entry.people),
        relations: entry.file.relations.map {
          CaseRelation(
            one: $0.pair.one.text, other: $0.pair.other.text, kind: $0.kind.code, reason: $0.reason,
            decidedOn: $0.decidedOn.text)
        },
        adverse: entry.adversePairs.map {
          InmatePairLine(
            one: $0.one.text, oneName: entry.people[$0.one]?.name ?? "", other: $0.other.text,
            otherName: entry.people[$0.other]?.name ?? "")
        })
    }
  }

  static func linkParties(
    _ daemon: Daemon, _ input: Interface.LinkParties.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.LinkParties> {
    try await Desk.change(daemon, Interface.LinkParties.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let kind: PartyRelationKind = fields.code(input.kind, "kind")
      try fields.check()
      return try await context.office.linkParties(
        in: input.case, input.one, input.other, as: kind, reason: input.reason, context.order)
    }
  }

  static func linkCases(
    _ daemon: Daemon, _ input: Interface.LinkCases.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.LinkCases> {
    try await Desk.change(daemon, Interface.LinkCases.self, input, caller, language: input.language) { context in
      try await context.office.linkCases(input.case, input.other, context.order)
    }
  }

  static func keepApart(
    _ daemon: Daemon, _ input: Interface.ListKeepApart.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListKeepApart.Output {
    typealias Method = Interface.ListKeepApart
    return try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let found = try await context.office.listKeepApart(of: input.inmate, context.scope, method: Method.name)
      return Method.Output(
        orders: found.map {
          KeepApartLine(
            id: $0.order.id.text, one: $0.one.id.text, oneName: $0.one.name, other: $0.other.id.text,
            otherName: $0.other.name, from: $0.order.days.first.text, to: $0.order.days.last?.text,
            reason: $0.order.reason.code)
        })
    }
  }

  static func addKeepApart(
    _ daemon: Daemon, _ input: Interface.AddKeepApart.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.AddKeepApart> {
    try await Desk.change(daemon, Interface.AddKeepApart.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let days = fields.days(input.from ?? context.office.clock.today.text, input.to)
      let reason: KeepApartReason = fields.code(input.reason, "reason")
      try fields.check()
      return try await context.office.addKeepApart(input.one, input.other, days, reason, context.order)
    }
  }

  static func removeKeepApart(
    _ daemon: Daemon, _ input: Interface.RemoveKeepApart.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.RemoveKeepApart> {
    try await Desk.change(daemon, Interface.RemoveKeepApart.self, input, caller, language: input.language) { context in
      try await context.office.removeKeepApart(try Read.id(input.order, "order"), context.order)
    }
  }
}
