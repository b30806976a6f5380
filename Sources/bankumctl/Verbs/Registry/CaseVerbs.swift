import BankumAPI
import BankumClient
import BankumWords

/// `case ...`, `keepapart ...`: who is against whom.
enum CaseVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [list, show, link, orders, addOrder, removeOrder]

  static let list = VerbDescription(
    "case list", options: [Option("--search", value: .text), ListFormat.option],
    arguments: [Argument("INMATE", isRequired: false, id: .inmate)], summary: .helpCaseListSummary, help: .helpCase
  ) { (invocation) throws(Complaint) in
    let inmate = try invocation.inmate(option: invocation.arguments.first)
    let (search, language) = (invocation.options["--search"], invocation.language.rawValue)
    let found = try invocation.pages(
      RegistryInterface.ListCases.self, "cases",
      { skip in
        RegistryInterface.ListCases.Input(inmate: inmate, search: search, skip: skip, limit: nil, language: language)
      }, total: \.total, \.cases)
    // A file has a line for everybody in a case, as the import of cases takes it.
    guard !invocation.wantsFile else {
      invocation.file(
        found.elements.flatMap { file in file.parties.map { (file, $0) } },
        [
          "id": { $0.0.id }, "number": { $0.0.number }, "articles": { $0.0.articles }, "threat": { $0.0.threat },
          "law": { $0.0.law }, "inmate": { $0.1.inmate }, "name": { $0.1.name }, "role": { $0.1.role },
          "linkedFiles": { $0.0.linked.joined(separator: ";") },
        ])
      return .done
    }
    invocation.list(
      found.elements, found.json,
      [
        ListColumn("id", .columnId) { $0.id },
        ListColumn("number", .columnCase, shortenedTo: 18) { $0.number ?? "" },
        ListColumn("articles", .columnArticles, shortenedTo: 12) { $0.articles ?? "" },
        ListColumn("threat", .columnThreat, words: "threat") { $0.threat ?? "" },
        ListColumn("law", .columnLaw, words: "law") { $0.law },
        ListColumn("parties", .columnParties, shortenedTo: 16) { $0.parties.map(\.name).joined(separator: "; ") },
      ])
    return .done
  }

  static let show = VerbDescription(
    "case show", arguments: [Argument("CASE", id: .case)], summary: .helpCaseShowSummary, help: .helpCase
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ShowCase.self,
      RegistryInterface.ShowCase.Input(case: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { sheet(reply.value, invocation) }
    return .done
  }

  private static func sheet(_ found: RegistryInterface.ShowCase.Output, _ invocation: Invocation) {
    var sheet = LabelledLines(invocation.language, width: invocation.output.width)
    let file = found.case
    sheet.add(.labelCases, "\(file.id)  \(TerminalText.visible(file.number ?? ""))")
    let language = invocation.language
    if let articles = file.articles { sheet.add(.labelArticles, TerminalText.visible(articles)) }
    if let threat = file.threat { sheet.add(.labelThreat, language.word("threat", threat)) }
    sheet.add(.labelLaw, language.word("law", file.law))
    sheet.add(
      .labelParties,
      file.parties.map {
        TerminalText.visible("\($0.inmate)  \(language.word("partyRole", $0.role))  \($0.name)")
      })
    if !file.linked.isEmpty { sheet.add(.labelLinked, file.linked) }
    if !found.relations.isEmpty {
      sheet.add(
        .labelRelations,
        found.relations.map {
          TerminalText.visible(
            "\($0.decidedOn)  \(language.word("relation", $0.kind))  \($0.one) \($0.other): \($0.reason)")
        })
    }
    if !found.adverse.isEmpty { sheet.add(.labelAdverse, found.adverse.map { "\($0.one)  \($0.other)" }) }
    for line in sheet.lines { invocation.output.line(line) }
  }

  static let link = VerbDescription(
    "case link",
    options: [
      Option("--as", value: .choice(["joint", "adverse"])), Option("--reason", value: .text),
      Option("--file", value: .id(.case)),
    ],
    arguments: [
      Argument("CASE", id: .case), Argument("INMATE", isRequired: false, id: .inmate),
      Argument("INMATE", isRequired: false, id: .inmate),
    ], summary: .helpCaseLinkSummary, help: .helpCase
  ) { (invocation) throws(Complaint) in
    let arguments = invocation.arguments
    if let other = invocation.options["--file"] {
      return try invocation.change(
        RegistryInterface.LinkCases.self,
        RegistryInterface.LinkCases.Input(
          case: arguments[0], other: other, language: invocation.language.rawValue), \.change,
        Message.registerChanged)
    }
    guard arguments.count == 3 else {
      throw Complaint(usage: .usageMissingArgument(name: "INMATE", verb: "case link"))
    }
    return try invocation.change(
      RegistryInterface.LinkParties.self,
      RegistryInterface.LinkParties.Input(
        case: arguments[0], one: try invocation.inmate(arguments[1]), other: try invocation.inmate(arguments[2]),
        kind: try invocation.needed("--as"), reason: try invocation.needed("--reason"),
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  static let orders = VerbDescription(
    "keepapart list", options: [ListFormat.option],
    arguments: [Argument("INMATE", isRequired: false, id: .inmate)], summary: .helpKeepApartListSummary,
    help: .helpKeepApart
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListKeepApart.self,
      RegistryInterface.ListKeepApart.Input(
        inmate: try invocation.inmate(option: invocation.arguments.first), language: invocation.language.rawValue))
    invocation.list(
      reply.value.orders, reply.json,
      [
        ListColumn("id", .columnId) { $0.id },
        ListColumn("oneName", .columnName, shortenedTo: 12) { $0.oneName },
        ListColumn("otherName", .columnName, shortenedTo: 12) { $0.otherName },
        ListColumn("days", .columnFrom) { $0.from }, ListColumn("daysTo", .columnTo) { $0.to ?? "" },
        ListColumn("reason", .columnReason, words: "keepApart") { $0.reason },
        ListColumn("one") { $0.one }, ListColumn("other") { $0.other },
      ])
    return .done
  }

  static let addOrder = VerbDescription(
    "keepapart add",
    options: [
      Option("--reason", value: .choice(["fight", "threat", "oppositeSides", "security"])),
      Option("--from", value: .text), Option("--to", value: .text),
    ], arguments: [Argument("INMATE", id: .inmate), Argument("INMATE", id: .inmate)],
    summary: .helpKeepApartAddSummary, help: .helpKeepApart
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.AddKeepApart.self,
      RegistryInterface.AddKeepApart.Input(
        one: try invocation.inmate(invocation.arguments[0]), other: try invocation.inmate(invocation.arguments[1]),
        reason: try invocation.needed("--reason"), from: invocation.options["--from"],
        to: invocation.options["--to"], language: invocation.language.rawValue), \.change, Message.registerAdded)
  }

  static let removeOrder = VerbDescription(
    "keepapart remove", arguments: [Argument("ORDER", id: .keepApart)], summary: .helpKeepApartRemoveSummary,
    help: .helpKeepApart
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.RemoveKeepApart.self,
      RegistryInterface.RemoveKeepApart.Input(
        order: invocation.arguments[0], language: invocation.language.rawValue), \.change,
      Message.registerRemoved)
  }
}
