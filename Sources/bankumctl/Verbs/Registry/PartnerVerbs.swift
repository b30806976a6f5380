import BankumAPI
import BankumClient
import BankumWords

/// `partner ...`, `mandate ...`.
enum PartnerVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [list, show, set, mandates, addMandate, endMandate]

  private static func columns(_ language: Language) -> [ListColumn<PartnerLine>] {
    [
      ListColumn("id", .columnId) { $0.id },
      ListColumn("shortName", .columnName, shortenedTo: 12) { $0.shortName },
      ListColumn("accreditationClass", .columnClass) { $0.accreditationClass.uppercased() },
      ListColumn("agreementTo", .columnAgreement) { $0.agreement.to ?? "" },
      ListColumn("accreditationTo", .columnAccreditation) { $0.accreditation.to ?? "" },
      ListColumn("capacity", .columnCapacity) { "\($0.capacity)" },
      // In percent, as the file of partners has it.
      ListColumn(
        "sharePerMille", .columnShare, shown: { RunNumbers.percent(thousandths: $0.share, language) },
        { "\($0.share / 10).\($0.share % 10)" }),
      ListColumn("people") { "\($0.people)" },
      ListColumn(
        "lapsed", .columnFlags, shortenedTo: 8, words: "flag", style: { $0.lapsed.isEmpty ? .warning : .alarm },
        { ($0.lapsed + $0.lapsing).joined(separator: ";") }),
      ListColumn("name") { $0.name }, ListColumn("agreement") { $0.agreement.from },
      ListColumn("accreditation") { $0.accreditation.from }, ListColumn("quota") { $0.quota.map { "\($0)" } ?? "" },
    ]
  }

  static let list = VerbDescription(
    "partner list", options: [ListFormat.option], summary: .helpPartnerListSummary, help: .helpPartner
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListPartners.self,
      RegistryInterface.ListPartners.Input(partner: nil, language: invocation.language.rawValue))
    invocation.list(reply.value.partners, reply.json, columns(invocation.language))
    return .done
  }

  static let show = VerbDescription(
    "partner show", arguments: [Argument("PARTNER", id: .partner)], summary: .helpPartnerShowSummary,
    help: .helpPartner
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListPartners.self,
      RegistryInterface.ListPartners.Input(
        partner: invocation.arguments[0], language: invocation.language.rawValue))
    guard !invocation.output.isJSON, let partner = reply.value.partners.first else {
      invocation.output.json(reply.json)
      return .done
    }
    var sheet = LabelledLines(invocation.language, width: invocation.output.width)
    sheet.add(.labelPartner, partner.id)
    sheet.add(.labelName, TerminalText.visible("\(partner.shortName): \(partner.name)"))
    sheet.add(.labelAgreement, "\(partner.agreement.from)..\(partner.agreement.to ?? "")")
    sheet.add(
      .labelAccreditation,
      "\(partner.accreditationClass.uppercased())  \(partner.accreditation.from)..\(partner.accreditation.to ?? "")")
    sheet.add(.labelCapacity, "\(partner.capacity)")
    sheet.add(.labelShare, RunNumbers.percent(thousandths: partner.share, invocation.language))
    if let quota = partner.quota { sheet.add(.labelQuota, "\(quota)") }
    sheet.add(.labelPeople, "\(partner.people)")
    let credentials = partner.lapsed + partner.lapsing
    if !credentials.isEmpty { sheet.add(.labelFlags, invocation.language.words("flag", credentials)) }
    for line in sheet.lines { invocation.output.line(line) }
    return .done
  }

  static let set = VerbDescription(
    "partner set",
    options: [
      Option("--name", value: .text), Option("--short-name", value: .text), Option("--agreement-from", value: .text),
      Option("--agreement-to", value: .text), Option("--class", value: .choice(["a", "b", "c"])),
      Option("--accreditation-from", value: .text), Option("--accreditation-to", value: .text),
      Option("--capacity", value: .number), Option("--share", value: .number), Option("--quota", value: .text),
    ], arguments: [Argument("PARTNER", id: .partner)], summary: .helpPartnerSetSummary, help: .helpPartner
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.SetPartner.self,
      RegistryInterface.SetPartner.Input(
        partner: invocation.arguments[0], name: options["--name"], shortName: options["--short-name"],
        agreementFrom: options["--agreement-from"], agreementTo: options["--agreement-to"],
        accreditationClass: options["--class"], accreditationFrom: options["--accreditation-from"],
        accreditationTo: options["--accreditation-to"], capacity: invocation.number("--capacity"),
        share: invocation.number("--share"), quota: options["--quota"], language: invocation.language.rawValue),
      \.change, Message.registerChanged)
  }

  static let mandates = VerbDescription(
    "mandate list",
    options: [
      Option("--partner", value: .id(.partner)), Option("--advocate", value: .id(.advocate)), Option("--all"),
      ListFormat.option,
    ], arguments: [Argument("INMATE", isRequired: false, id: .inmate)], summary: .helpMandateListSummary,
    help: .helpMandate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let inmate = try invocation.inmate(option: invocation.arguments.first)
    let language = invocation.language
    let found = try invocation.pages(
      RegistryInterface.ListMandates.self, "mandates",
      { skip in
        RegistryInterface.ListMandates.Input(
          inmate: inmate, partner: options["--partner"], advocate: options["--advocate"],
          all: options["--all"] != nil, skip: skip, limit: nil, language: language.rawValue)
      }, total: \.total, \.mandates)
    invocation.list(
      found.elements, found.json,
      [
        ListColumn("id", .columnId) { $0.id },
        ListColumn("name", .columnName, shortenedTo: 12) { $0.name },
        ListColumn("partnerName", .columnPartner, shortenedTo: 8) { $0.partnerName ?? $0.partner },
        ListColumn("advocateName", .columnAdvocate, shortenedTo: 10) { $0.advocateName ?? $0.advocate },
        ListColumn("letter", .columnLetter, shortenedTo: 10) { $0.letter },
        ListColumn("days", .columnFrom) { $0.from },
        ListColumn(
          "flags", .columnFlags, shortenedTo: 7, style: { _ in .warning },
          shown: { mandate in
            mandate.endReason.map { language.word("mandateEnd", $0) } ?? language.words("flag", mandate.flags)
          }, { $0.endReason ?? $0.flags.joined(separator: ";") }),
        ListColumn("inmate") { $0.inmate }, ListColumn("presence") { $0.presence },
        ListColumn("partner") { $0.partner }, ListColumn("advocate") { $0.advocate },
        ListColumn("caseFile") { $0.case ?? "" }, ListColumn("daysTo") { $0.to ?? "" },
        ListColumn("endReason") { $0.endReason ?? "" },
      ])
    return .done
  }

  static let addMandate = VerbDescription(
    "mandate add",
    options: [
      Option("--advocate", value: .id(.advocate)), Option("--letter", value: .text), Option("--from", value: .text),
      Option("--case", value: .id(.case)),
    ], arguments: [Argument("INMATE", id: .inmate)], summary: .helpMandateAddSummary, help: .helpMandate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.AddMandate.self,
      RegistryInterface.AddMandate.Input(
        inmate: try invocation.inmate(invocation.arguments[0]), advocate: try invocation.needed("--advocate"),
        letter: try invocation.needed("--letter"), from: invocation.options["--from"],
        case: invocation.options["--case"], language: invocation.language.rawValue), \.change,
      Message.registerAdded)
  }

  static let endMandate = VerbDescription(
    "mandate end",
    options: [
      Option("--on", value: .text),
      Option(
        "--reason", value: .choice(["finished", "revoked", "withdrawn", "conflict", "referred", "deceased"])),
    ], arguments: [Argument("MANDATE", id: .mandate)], summary: .helpMandateEndSummary, help: .helpMandate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.EndMandate.self,
      RegistryInterface.EndMandate.Input(
        mandate: invocation.arguments[0], on: invocation.options["--on"], reason: try invocation.needed("--reason"),
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }
}
