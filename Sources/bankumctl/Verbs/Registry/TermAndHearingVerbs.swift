import BankumAPI
import BankumClient
import BankumWords

/// `term ...`, `hearing ...`: detention orders and days in court.
enum TermAndHearingVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [terms, addTerm, hearings, addHearing, moveHearing, cancelHearing]

  private static let stages = ["A.I", "A.II", "A.III", "A.IV", "A.V"]

  static let terms = VerbDescription(
    "term list",
    options: [
      Option("--stage", value: .choice(stages)), Option("--ends-by", value: .text), Option("--odd"), ListFormat.option,
    ],
    arguments: [Argument("INMATE", isRequired: false, id: .inmate)], summary: .helpTermListSummary, help: .helpTerm
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let inmate = try invocation.inmate(option: invocation.arguments.first)
    let language = invocation.language.rawValue
    let found = try invocation.pages(
      RegistryInterface.ListTerms.self, "terms",
      { skip in
        RegistryInterface.ListTerms.Input(
          inmate: inmate, stage: options["--stage"], endsBy: options["--ends-by"],
          odd: options["--odd"] == nil ? nil : true, skip: skip, limit: nil, language: language)
      }, total: \.total, \.terms)
    invocation.list(
      found.elements, found.json,
      [
        ListColumn("id", .columnId) { $0.id },
        ListColumn("name", .columnName, shortenedTo: 14) { $0.name },
        ListColumn("stage", .columnStage) { $0.stage },
        ListColumn("grant", .columnGrant, shortenedTo: 9, words: "grant") { $0.grant },
        ListColumn("first", .columnFrom) { $0.from }, ListColumn("last", .columnTo) { $0.to },
        ListColumn("days", .columnDays) { "\($0.days)" },
        ListColumn("inmate") { $0.inmate }, ListColumn("number") { $0.number ?? "" },
        ListColumn("law") { $0.law }, ListColumn("letter") { $0.letter }, ListColumn("caseFile") { $0.case ?? "" },
        ListColumn("warnings") { $0.warnings.map(\.code).joined(separator: ";") },
      ])
    if options["--odd"] != nil, options["--format"] ?? "table" == "table", !invocation.output.isJSON {
      for term in found.elements {
        let text = "\(term.id): " + term.warnings.map(\.text).joined(separator: " ")
        for line in TextLines.wrapped(TerminalText.visible(text), to: invocation.output.width, bullet: "- ") {
          invocation.output.line(line)
        }
      }
    }
    return .done
  }

  static let addTerm = VerbDescription(
    "term add",
    options: [
      Option("--stage", value: .choice(stages)), Option("--law", value: .choice(["old", "new", "child"])),
      Option("--grant", value: .choice(["first", "extension", "exceptionFirst", "exceptionSecond"])),
      Option("--letter", value: .text), Option("--from", value: .text), Option("--to", value: .text),
      Option("--case", value: .id(.case)), Option("--replace", value: .id(.term)),
    ], arguments: [Argument("INMATE", id: .inmate)], summary: .helpTermAddSummary, help: .helpTerm
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.AddTerm.self,
      RegistryInterface.AddTerm.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), stage: try invocation.needed("--stage"),
        law: options["--law"], grant: options["--grant"], letter: try invocation.needed("--letter"),
        from: try invocation.needed("--from"), to: try invocation.needed("--to"), case: options["--case"],
        replaces: options["--replace"], language: invocation.language.rawValue), \.change, Message.registerAdded)
  }

  static let hearings = VerbDescription(
    "hearing list",
    options: [
      Option("--from", value: .text), Option("--to", value: .text),
      Option("--status", value: .choice(["confirmed", "reported", "cancelled"])), ListFormat.option,
    ], arguments: [Argument("INMATE", isRequired: false, id: .inmate)], summary: .helpHearingListSummary,
    help: .helpHearing
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let inmate = try invocation.inmate(option: invocation.arguments.first)
    let language = invocation.language.rawValue
    let found = try invocation.pages(
      RegistryInterface.ListHearings.self, "hearings",
      { skip in
        RegistryInterface.ListHearings.Input(
          inmate: inmate, from: options["--from"], to: options["--to"], status: options["--status"], skip: skip,
          limit: nil, language: language)
      }, total: \.total, \.hearings)
    invocation.list(
      found.elements, found.json,
      [
        ListColumn("id", .columnId) { $0.id }, ListColumn("date", .columnDay) { $0.date },
        ListColumn("name", .columnName, shortenedTo: 14) { $0.name },
        ListColumn("number", .columnNumber) { $0.number ?? "" }, ListColumn("block") { $0.block ?? "" },
        ListColumn("court", .columnCourt, shortenedTo: 8) { $0.court ?? "" },
        ListColumn(
          "status", .columnStatus, words: "hearingStatus", style: { $0.status == "reported" ? .warning : .plain },
          { $0.status }),
        ListColumn("inmate") { $0.inmate }, ListColumn("isOnline") { $0.online ? "1" : "0" },
        ListColumn("caseFile") { $0.case ?? "" }, ListColumn("caseNumber") { $0.caseNumber ?? "" },
        ListColumn("advocate") { $0.advocate ?? "" },
      ])
    return .done
  }

  static let addHearing = VerbDescription(
    "hearing add",
    options: [
      Option("--court", value: .text), Option("--online"), Option("--case", value: .id(.case)),
      Option("--advocate", value: .id(.advocate)),
    ], arguments: [Argument("INMATE", id: .inmate), Argument("DATE")], summary: .helpHearingAddSummary,
    help: .helpHearing
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.AddHearing.self,
      RegistryInterface.AddHearing.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), date: invocation.arguments[1],
        court: options["--court"], online: options["--online"] != nil, case: options["--case"],
        advocate: options["--advocate"], language: invocation.language.rawValue), \.change, Message.registerAdded)
  }

  static let moveHearing = VerbDescription(
    "hearing move", arguments: [Argument("HEARING", id: .hearing), Argument("DATE")],
    summary: .helpHearingMoveSummary, help: .helpHearing
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.MoveHearing.self,
      RegistryInterface.MoveHearing.Input(
        hearing: invocation.arguments[0], date: invocation.arguments[1], language: invocation.language.rawValue),
      \.change, Message.registerChanged)
  }

  static let cancelHearing = VerbDescription(
    "hearing cancel", arguments: [Argument("HEARING", id: .hearing)], summary: .helpHearingCancelSummary,
    help: .helpHearing
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.CancelHearing.self,
      RegistryInterface.CancelHearing.Input(
        hearing: invocation.arguments[0], language: invocation.language.rawValue), \.change,
      Message.registerChanged)
  }
}
