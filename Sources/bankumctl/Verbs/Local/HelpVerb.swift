import BankumClient
import BankumWords

/// `help [VERB]`, and `--help` with any verb.
enum HelpVerb {
  static let description = VerbDescription(
    "help",
    arguments: [
      VerbDescription.Argument("VERB", isRequired: false), VerbDescription.Argument("VERB", isRequired: false),
    ], summary: .helpHelpSummary, help: .helpHelp
  ) { (invocation) throws(Complaint) in
    try run(
      invocation, on: invocation.arguments.isEmpty ? nil : invocation.arguments.joined(separator: " "))
    return .done
  }

  static func run(_ invocation: Invocation, on name: String?) throws(Complaint) {
    if let name {
      if let verb = Verbs.all.first(where: { $0.name == name }) { return invocation.say(verb.help) }
      let members = Verbs.all.filter { $0.name.hasPrefix(name + " ") }
      guard !members.isEmpty else { throw Complaint(usage: .usageUnknownVerb(verb: name)) }
      return list(members.map { ($0.name, $0.summary) }, invocation)
    }
    overview(invocation)
  }

  private static func overview(_ invocation: Invocation) {
    let language = invocation.language
    func heading(_ message: Message) {
      invocation.output.line("")
      invocation.output.line(message.text(in: language) + ":")
    }
    invocation.say(.helpProgram)
    heading(.helpHeadingVerbs)
    list(Verbs.overview, invocation)
    heading(.helpHeadingOptions)
    let options: [Message] = [
      .helpOptionSocket, .helpOptionHost, .helpOptionJson, .helpOptionExcel, .helpOptionLang, .helpOptionTimeout,
      .helpOptionKey, .helpOptionNoPager, .helpOptionNoLegend, .helpOptionHelp, .helpOptionVersion,
    ]
    for option in options { invocation.output.line("  " + option.text(in: language)) }
    heading(.helpHeadingExitCodes)
    let statuses: [Message] = [
      .exitDone, .exitRefused, .exitPart, .exitUsage, .exitInput, .exitUnreachable, .exitInternal, .exitOutput,
      .exitBusy, .exitNotPermitted,
    ]
    for status in statuses { invocation.output.line("  " + status.text(in: language)) }
  }
}

extension HelpVerb {
  private static func list(_ verbs: [(name: String, summary: Message)], _ invocation: Invocation) {
    let width = (verbs.map(\.name.count).max() ?? 0) + 2
    for verb in verbs {
      let blanks = String(repeating: " ", count: width - verb.name.count)
      invocation.output.line("  \(verb.name)\(blanks)\(verb.summary.text(in: invocation.language))")
    }
  }
}

extension ParsedArguments {
  /// The same command line as a wish for help on its verb.
  var askingForHelp: ParsedArguments {
    var copy = self
    copy.becomeHelp()
    return copy
  }
}
