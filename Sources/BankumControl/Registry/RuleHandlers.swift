import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// The rules of law, agreement and house.
enum RuleHandlers {
  typealias Interface = RegistryInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListRules.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListRules.Output {
    try await Desk.answer(daemon, Interface.ListRules.self, input, caller, language: input.language) { context in
      var fields = Fields()
      let authority: RuleDefinition.Authority? = fields.code(input.authority, "authority")
      try fields.check()
      let found = try await context.office.listRules(
        beginning: input.beginning, authority: authority, waiting: input.unconfirmed ?? false)
      return Interface.ListRules.Output(
        rules: found.flatMap { entry in
          // Whoever looks for what waits sees proposals too, otherwise what holds.
          let shown = input.unconfirmed == true ? entry.waiting : [entry.current].compactMap { $0 }
          return shown.map { line($0, entry, context.office.clock.today) }
        })
    }
  }

  static func show(
    _ daemon: Daemon, _ input: Interface.ShowRule.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowRule.Output {
    try await Desk.answer(daemon, Interface.ShowRule.self, input, caller, language: input.language) { context in
      let entry = try await context.office.showRule(input.key)
      let today = context.office.clock.today
      return Interface.ShowRule.Output(
        accepts: Expectation.described(entry.definition.expectation).text(in: context.language),
        rule: entry.current.map { line($0, entry, today) },
        history: entry.history.map { line($0, entry, today) })
    }
  }

  private static func line(_ rule: Rule, _ entry: RuleEntry, _ today: CivilDate) -> RuleLine {
    let state =
      if rule.isProposal { "proposed" } else if rule == entry.current { "inForce" } else if rule.validFrom > today {
        "coming"
      } else { "past" }
    return RuleLine(
      key: rule.key.code, value: rule.value.text, from: rule.validFrom.text, source: rule.source,
      authority: entry.definition.authority.code, unit: entry.definition.unit.code, state: state,
      confirmedBy: rule.confirmedBy, confirmedOn: rule.confirmedOn?.text, recordedBy: rule.recordedBy,
      recordedOn: rule.recordedOn?.text)
  }

  static func set(
    _ daemon: Daemon, _ input: Interface.SetRule.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.SetRule> {
    try await Desk.change(daemon, Interface.SetRule.self, input, caller, language: input.language) { context in
      let day = try Read.date(input.from, "from") ?? context.office.clock.today
      return try await context.office.setRule(
        input.key, input.value, from: day, source: input.source, confirms: input.confirm ?? false, context.order)
    }
  }

  static func confirm(
    _ daemon: Daemon, _ input: Interface.ConfirmRule.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.ConfirmRule> {
    try await Desk.change(daemon, Interface.ConfirmRule.self, input, caller, language: input.language) { context in
      try await context.office.confirmRule(input.key, from: try Read.date(input.from, "from"), context.order)
    }
  }
}
