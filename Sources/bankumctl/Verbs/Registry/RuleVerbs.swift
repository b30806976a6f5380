import BankumAPI
import BankumClient
import BankumWords

/// `rule ...`: what law, agreement and house set.
enum RuleVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [list, show, history, set, confirm]

  private static func columns(withKey: Bool) -> [ListColumn<RuleLine>] {
    [
      ListColumn("key", withKey ? .columnKey : nil, shortenedTo: 30) { $0.key },
      ListColumn("value", .columnValue, shortenedTo: 8) { $0.value },
      ListColumn("unit", .columnUnit, words: "unit") { $0.unit },
      ListColumn("from", .columnFrom) { $0.from },
      ListColumn(
        "state", withKey ? nil : .columnStatus, words: "ruleState",
        style: { $0.state == "proposed" ? .warning : .plain }, { $0.state }),
      ListColumn(
        "confirmedOn", .columnConfirmed,
        style: { $0.authority == "law" && $0.confirmedOn == nil ? .warning : .plain },
        { $0.confirmedOn ?? ($0.authority == "law" ? "-" : "") }),
      ListColumn("recordedOn", withKey ? nil : .columnRecorded) { $0.recordedOn ?? "" },
      ListColumn("authority") { $0.authority }, ListColumn("source") { $0.source },
      ListColumn("confirmedBy") { $0.confirmedBy ?? "" }, ListColumn("recordedBy") { $0.recordedBy ?? "" },
    ]
  }

  static let list = VerbDescription(
    "rule list",
    options: [
      Option("--authority", value: .choice(["law", "agreement", "house"])), Option("--unconfirmed"),
      ListFormat.option,
    ], arguments: [Argument("BEGINNING", isRequired: false)], summary: .helpRuleListSummary, help: .helpRule
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListRules.self,
      RegistryInterface.ListRules.Input(
        beginning: invocation.arguments.first, authority: invocation.options["--authority"],
        unconfirmed: invocation.options["--unconfirmed"] != nil, language: invocation.language.rawValue))
    invocation.list(reply.value.rules, reply.json, columns(withKey: true))
    return .done
  }

  static let show = VerbDescription(
    "rule show", arguments: [Argument("KEY")], summary: .helpRuleShowSummary, help: .helpRule
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ShowRule.self,
      RegistryInterface.ShowRule.Input(key: invocation.arguments[0], language: invocation.language.rawValue))
    guard !invocation.output.isJSON else {
      invocation.output.json(reply.json)
      return .done
    }
    var sheet = LabelledLines(invocation.language, width: invocation.output.width)
    let language = invocation.language
    sheet.add(.labelKey, invocation.arguments[0])
    if let rule = reply.value.rule {
      sheet.add(.labelValue, TerminalText.visible("\(rule.value) (\(language.word("unit", rule.unit)))"))
      sheet.add(.labelFrom, rule.from)
      sheet.add(.labelSource, TerminalText.visible(rule.source))
      sheet.add(.labelAuthority, language.word("authority", rule.authority))
      if let on = rule.confirmedOn {
        sheet.add(.labelConfirmed, TerminalText.visible("\(on), \(rule.confirmedBy ?? "")"))
      }
    }
    sheet.add(.labelAccepts, reply.value.accepts)
    for line in sheet.lines { invocation.output.line(line) }
    return .done
  }

  static let history = VerbDescription(
    "rule history", options: [ListFormat.option], arguments: [Argument("KEY")], summary: .helpRuleHistorySummary,
    help: .helpRule
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ShowRule.self,
      RegistryInterface.ShowRule.Input(key: invocation.arguments[0], language: invocation.language.rawValue))
    invocation.list(reply.value.history, reply.json, columns(withKey: false))
    return .done
  }

  static let set = VerbDescription(
    "rule set",
    options: [Option("--from", value: .text), Option("--source", value: .text), Option("--confirm")],
    arguments: [Argument("KEY"), Argument("VALUE")], summary: .helpRuleSetSummary, help: .helpRule
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.SetRule.self,
      RegistryInterface.SetRule.Input(
        key: invocation.arguments[0], value: invocation.arguments[1], from: invocation.options["--from"],
        source: try invocation.needed("--source"), confirm: invocation.options["--confirm"] != nil,
        language: invocation.language.rawValue), \.change, Message.registerAdded)
  }

  static let confirm = VerbDescription(
    "rule confirm", options: [Option("--from", value: .text)], arguments: [Argument("KEY")],
    summary: .helpRuleConfirmSummary, help: .helpRule
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.ConfirmRule.self,
      RegistryInterface.ConfirmRule.Input(
        key: invocation.arguments[0], from: invocation.options["--from"], language: invocation.language.rawValue),
      \.change, Message.registerChanged)
  }
}
