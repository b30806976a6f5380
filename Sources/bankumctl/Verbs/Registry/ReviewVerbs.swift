import BankumAPI
import BankumClient
import BankumWords

/// `review list`, `review show`, `review resolve`: what waits for the registrar.
enum ReviewVerbs {
  private typealias Option = VerbDescription.Option
  private static let kinds = ["samePerson", "returned", "missing", "referral", "woman", "underAge", "override"]
  private static let decisions = [
    "same", "new", "dismiss", "here", "released", "transferred", "deceased", "noted", "agree",
  ]

  static let all = [list, show, resolve]

  static let list = VerbDescription(
    "review list",
    options: [
      Option("--kind", value: .choice(kinds)), Option("--all"), Option("--limit", value: .number), ListFormat.option,
    ],
    summary: .helpReviewListSummary, help: .helpReviewList
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListReviews.self,
      RegistryInterface.ListReviews.Input(
        kind: invocation.options["--kind"], decided: invocation.options["--all"] != nil,
        limit: invocation.options["--limit"].flatMap { Int($0) }, language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (ReviewItem) -> String?> = [
      "review": { $0.review }, "kind": { $0.kind }, "madeAt": { $0.madeAt }, "import": { $0.import.map { "\($0)" } },
      "inmate": { $0.inmate?.inmate }, "name": { $0.inmate?.name ?? $0.name },
      "number": { $0.inmate?.number ?? $0.number },
      "candidates": { $0.candidates.map(\.inmate).joined(separator: ";") }, "decision": { $0.decision },
      "decidedBy": { $0.decidedBy.map { "\($0)" } },
    ]
    invocation.list(reply.value.reviews, reply.json, fields: fields) { show(reply.value, invocation) }
    return .done
  }

  static let show = VerbDescription(
    "review show", arguments: [VerbDescription.Argument("REVIEW", id: .review)], summary: .helpReviewShowSummary,
    help: .helpReviewShow
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ShowReview.self,
      RegistryInterface.ShowReview.Input(
        review: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { show(reply.value.review, invocation) }
    return .done
  }

  static let resolve = VerbDescription(
    "review resolve", options: [Option("--as", value: .id(.inmate)), Option("--on", value: .text)],
    arguments: [
      VerbDescription.Argument("REVIEW", id: .review), VerbDescription.Argument("DECISION", candidates: decisions),
    ], summary: .helpReviewResolveSummary, help: .helpReviewResolve
  ) { (invocation) throws(Complaint) in
    let (review, decision) = (invocation.arguments[0], invocation.arguments[1])
    let reply = try invocation.write(
      RegistryInterface.ResolveReview.self,
      RegistryInterface.ResolveReview.Input(
        review: review, decision: decision, inmate: invocation.options["--as"], on: invocation.options["--on"],
        language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.reviewResolved(review: review, decision: word("reviewDecision", decision, invocation)))
    }
    return .done
  }

  private static func word(_ family: String, _ code: String, _ invocation: Invocation) -> String {
    Message.named("\(family).\(code)")?.text(in: invocation.language) ?? code
  }

  private static func show(_ reply: RegistryInterface.ListReviews.Output, _ invocation: Invocation) {
    let language = invocation.language
    var table = TextTable(columns: [
      TextTable.Column(Message.reviewColumnReview.text(in: language)),
      TextTable.Column(Message.reviewColumnKind.text(in: language)),
      TextTable.Column(Message.reviewColumnName.text(in: language), shortenedTo: 12),
      TextTable.Column(Message.reviewColumnNumber.text(in: language)),
      TextTable.Column(Message.reviewColumnSince.text(in: language)),
    ])
    for item in reply.reviews {
      let kind = word("reviewKind", item.kind, invocation)
      table.append(
        [
          item.review, kind, item.inmate?.name ?? item.name ?? "", item.inmate?.number ?? item.number ?? "",
          String(item.madeAt.prefix(10)),
        ].map { TextTable.Cell($0) })
    }
    invocation.output.table(table)
    let more = reply.total - reply.reviews.count
    if more > 0 { invocation.say(.reviewMore(count: more)) }
  }

  private static func show(_ item: ReviewItem, _ invocation: Invocation) {
    var sheet = LabelledLines(invocation.language, width: invocation.output.width)
    sheet.add(.reviewLabelAbout, word("reviewKind", item.kind, invocation))
    sheet.add(.reviewLabelSince, String(item.madeAt.prefix(10)))
    if let person = item.inmate { sheet.add(.reviewLabelPerson, lines(person, invocation)) }
    for field in item.fields where !field.value.isEmpty {
      sheet.add(.reviewLabelField(name: field.column), field.value)
    }
    for person in item.candidates { sheet.add(.reviewLabelCandidate, lines(person, invocation)) }
    if let decision = item.decision {
      sheet.add(.reviewLabelDecision, word("reviewDecision", decision, invocation))
    } else {
      sheet.add(.reviewLabelChoices, item.decisions.map { "\($0): \(word("reviewDecision", $0, invocation))" })
    }
    for line in sheet.lines { invocation.output.line(TerminalText.visible(line)) }
  }

  private static func lines(_ person: ReviewPerson, _ invocation: Invocation) -> [String] {
    let names = ([person.name] + person.aliases).joined(separator: " / ")
    let numbers = [person.number, person.serialNumber, person.birthDate].compactMap { $0 }.joined(separator: ", ")
    let place = Message.reviewEntered(day: person.enteredOn, block: person.block ?? "-").text(in: invocation.language)
    return [person.inmate, names, numbers, place].filter { !$0.isEmpty }
  }
}
