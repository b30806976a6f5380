import BankumAPI
import BankumClient
import BankumWords

/// `inmate ...`: the people of the house.
enum InmateVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument
  private typealias Interface = RegistryInterface

  static let all = [
    list, show, add, set, move, renumber, merge, depart("transfer", "transferred", .helpInmateTransferSummary),
    depart("release", "released", .helpInmateReleaseSummary),
    depart("deceased", "deceased", .helpInmateDeceasedSummary), reinstate, away, back,
  ]

  private static let who = Argument("INMATE", id: .inmate)
  private static let on = Option("--on", value: .text)
  private static let record = [
    Option("--alias", value: .text, isRepeatable: true), Option("--serial", value: .text),
    Option("--born", value: .text), Option("--sex", value: .choice(["male", "female"])),
    Option("--residence", value: .text), Option("--entered", value: .text), Option("--sentence-ends", value: .text),
    Option("--languages", value: .text), Option("--needs", value: .text), Option("--training", value: .text),
  ]

  static let list = VerbDescription(
    "inmate list",
    options: [
      Option("--search", value: .text), Option("--block", value: .text),
      Option("--presence", value: .choice(["present", "missing", "transferred", "released", "deceased"])),
      Option(
        "--band",
        value: .choice(["none", "far", "firstNotice", "secondNotice", "overstay", "suspended", "unknown"])),
      ListFormat.option,
    ], summary: .helpInmateListSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let language = invocation.language.rawValue
    let found = try invocation.pages(
      RegistryInterface.ListInmates.self, "inmates",
      { skip in
        RegistryInterface.ListInmates.Input(
          search: options["--search"], block: options["--block"], presence: options["--presence"],
          band: options["--band"], skip: skip, limit: nil, language: language)
      }, total: \.total, \.inmates)
    invocation.list(found.elements, found.json, columns(invocation.language))
    return .done
  }

  private static func columns(_ language: Language) -> [ListColumn<InmateLine>] {
    [
      ListColumn("id", .columnId) { $0.id },
      ListColumn("name", .columnName, shortenedTo: 12) { $0.name },
      ListColumn("number", .columnNumber) { $0.number ?? "" },
      ListColumn(
        "block", .columnBlock, shortenedTo: 6,
        shown: { [$0.block, $0.cell].compactMap { $0 }.joined(separator: "/") }, { $0.block ?? "" }),
      ListColumn("cell") { $0.cell ?? "" },
      ListColumn("stage", .columnStage) { $0.stage ?? "" },
      ListColumn("termEnds", .columnEnds, style: style) { $0.termEnds ?? "" },
      ListColumn("daysLeft", .columnDays, style: style) { $0.daysLeft.map { "\($0)" } ?? "" },
      ListColumn("termBand") { $0.termBand }, ListColumn("presence") { $0.presence },
      ListColumn("away") { $0.away ?? "" }, ListColumn("enteredOn") { $0.enteredOn },
    ]
  }

  private static func style(_ line: InmateLine) -> TextTable.Style {
    switch line.termBand {
    case "overstay": .alarm
    case "secondNotice", "firstNotice", "unknown": .warning
    default: .plain
    }
  }

  static let show = VerbDescription(
    "inmate show", arguments: [who], summary: .helpInmateShowSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ShowInmate.self,
      RegistryInterface.ShowInmate.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      InmateSheet.show(reply.value, invocation)
    }
    return .done
  }

  static let add = VerbDescription(
    "inmate add",
    options: record + [Option("--block", value: .text), Option("--cell", value: .text), Option("--again")],
    arguments: [Argument("NAME"), Argument("NUMBER")], summary: .helpInmateAddSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.AddInmate.self,
      RegistryInterface.AddInmate.Input(
        name: invocation.arguments[0], number: invocation.arguments[1], enteredOn: options["--entered"],
        aliases: invocation.repeated["--alias"], serialNumber: options["--serial"], birthDate: options["--born"],
        sex: options["--sex"], residence: options["--residence"], sentenceEnds: options["--sentence-ends"],
        block: options["--block"], cell: options["--cell"], languages: invocation.words("--languages"),
        needs: invocation.words("--needs"), training: invocation.words("--training"),
        again: options["--again"] != nil, language: invocation.language.rawValue), \.change, Message.registerAdded)
  }

  static let set = VerbDescription(
    "inmate set", options: record + [Option("--name", value: .text)], arguments: [who],
    summary: .helpInmateSetSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.SetInmate.self,
      RegistryInterface.SetInmate.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), name: options["--name"],
        enteredOn: options["--entered"], aliases: invocation.repeated["--alias"],
        serialNumber: options["--serial"], birthDate: options["--born"], sex: options["--sex"],
        residence: options["--residence"], sentenceEnds: options["--sentence-ends"],
        languages: invocation.words("--languages"), needs: invocation.words("--needs"),
        training: invocation.words("--training"), language: invocation.language.rawValue), \.change,
      Message.registerChanged)
  }

  static let move = VerbDescription(
    "inmate move", arguments: [who, Argument("BLOCK", id: .block), Argument("CELL", isRequired: false)],
    summary: .helpInmateMoveSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.MoveInmate.self,
      RegistryInterface.MoveInmate.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), block: invocation.arguments[1],
        cell: invocation.arguments.count > 2 ? invocation.arguments[2] : nil,
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  static let renumber = VerbDescription(
    "inmate renumber", options: [on], arguments: [who, Argument("NUMBER")], summary: .helpInmateRenumberSummary,
    help: .helpInmate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.RenumberInmate.self,
      RegistryInterface.RenumberInmate.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), number: invocation.arguments[1],
        on: invocation.options["--on"], language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  static let merge = VerbDescription(
    "inmate merge", arguments: [who, Argument("OTHER", id: .inmate)], summary: .helpInmateMergeSummary,
    help: .helpInmate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.MergeInmates.self,
      RegistryInterface.MergeInmates.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), other: try invocation.inmate(invocation.arguments[1]),
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  private static func depart(_ word: String, _ how: String, _ summary: Message) -> VerbDescription {
    VerbDescription("inmate \(word)", options: [on], arguments: [who], summary: summary, help: .helpInmate) {
      (invocation) throws(Complaint) in
      let reply = try invocation.write(
        RegistryInterface.DepartInmate.self,
        RegistryInterface.DepartInmate.Input(
          inmate: try invocation.inmate(invocation.arguments[0]), how: how, on: invocation.options["--on"],
          language: invocation.language.rawValue))
      if invocation.output.isJSON {
        invocation.output.json(reply.json)
      } else {
        let report = reply.value
        invocation.say(
          .inmateDeparted(
            requests: report.requests.count, sessions: report.sessions.count, ended: report.endedMandates.count,
            referrals: report.referrals.count))
      }
      return .done
    }
  }

  static let reinstate = VerbDescription(
    "inmate reinstate", arguments: [who], summary: .helpInmateReinstateSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.ReinstateInmate.self,
      RegistryInterface.ReinstateInmate.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), language: invocation.language.rawValue), \.change,
      Message.registerChanged)
  }

  static let away = VerbDescription(
    "inmate away",
    options: [
      Option("--reason", value: .choice(["hospital", "observation", "bon", "court", "isolation"])),
      Option("--clock", value: .choice(["stands", "runs"])),
    ], arguments: [who, Argument("FROM..TO")], summary: .helpInmateAwaySummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    let days = DaysArgument(invocation.arguments[1])
    guard let reason = invocation.options["--reason"] else {
      throw Complaint(usage: .usageMissingArgument(name: "--reason", verb: "inmate away"))
    }
    return try invocation.change(
      RegistryInterface.SendInmateAway.self,
      RegistryInterface.SendInmateAway.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), from: days.from, to: days.to, reason: reason,
        suspendsDetention: invocation.options["--clock"].map { $0 == "stands" },
        language: invocation.language.rawValue), \.change, Message.registerAdded)
  }

  static let back = VerbDescription(
    "inmate back", options: [on], arguments: [who], summary: .helpInmateBackSummary, help: .helpInmate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.BringInmateBack.self,
      RegistryInterface.BringInmateBack.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), on: invocation.options["--on"],
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }
}
