import BankumAPI
import BankumClient
import BankumWords

/// `advocate ...`, `availability ...`: who gives legal aid, and when.
enum AdvocateVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [
    list, show, add, set, end, absent, availability, addAvailability, removeAvailability, confirmAvailability,
  ]

  private static let record = [
    Option("--kind", value: .choice(["advocate", "paralegal"])), Option("--sex", value: .choice(["male", "female"])),
    Option("--skills", value: .text), Option("--languages", value: .text), Option("--licence", value: .text),
    Option("--licence-from", value: .text), Option("--licence-to", value: .text), Option("--since", value: .text),
    Option("--daily-cap", value: .number), Option("--weekly-cap", value: .number),
  ]

  private static var columns: [ListColumn<AdvocateLine>] {
    [
      ListColumn("id", .columnId) { $0.id },
      ListColumn("name", .columnName, shortenedTo: 14) { $0.name },
      ListColumn("partnerName", .columnPartner, shortenedTo: 8) { $0.partnerName ?? $0.partner },
      ListColumn("kind", .columnKind, words: "advocateKind") { $0.kind },
      ListColumn("licenceTo", .columnLicence) { $0.licence.to ?? "" },
      ListColumn("dailyCap", .columnCaps, shown: { "\($0.dailyCap)/\($0.weeklyCap)" }, { "\($0.dailyCap)" }),
      ListColumn("weeklyCap") { "\($0.weeklyCap)" },
      ListColumn(
        "lapsed", .columnFlags, shortenedTo: 8, words: "flag", style: { $0.lapsed.isEmpty ? .warning : .alarm },
        { ($0.lapsed + $0.lapsing + ($0.staleHours ? ["stale"] : [])).joined(separator: ";") }),
      ListColumn("partner") { $0.partner }, ListColumn("sex") { $0.sex },
      ListColumn("skills") { $0.skills.joined(separator: ";") },
      ListColumn("languages") { $0.languages.joined(separator: ";") },
      ListColumn("licenceNumber") { $0.licenceNumber ?? "" }, ListColumn("licence") { $0.licence.from },
      ListColumn("employment") { $0.employment.from }, ListColumn("employmentTo") { $0.employment.to ?? "" },
    ]
  }

  static let list = VerbDescription(
    "advocate list", options: [Option("--partner", value: .id(.partner)), Option("--all"), ListFormat.option],
    summary: .helpAdvocateListSummary, help: .helpAdvocate
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListAdvocates.self,
      RegistryInterface.ListAdvocates.Input(
        advocate: nil, partner: invocation.options["--partner"], all: invocation.options["--all"] != nil,
        language: invocation.language.rawValue))
    invocation.list(reply.value.advocates, reply.json, columns)
    return .done
  }

  static let show = VerbDescription(
    "advocate show", arguments: [Argument("ADVOCATE", id: .advocate)], summary: .helpAdvocateShowSummary,
    help: .helpAdvocate
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListAdvocates.self,
      RegistryInterface.ListAdvocates.Input(
        advocate: invocation.arguments[0], partner: nil, all: true, language: invocation.language.rawValue))
    guard !invocation.output.isJSON, let advocate = reply.value.advocates.first else {
      invocation.output.json(reply.json)
      return .done
    }
    let hours = try invocation.call(
      RegistryInterface.ListAvailability.self,
      RegistryInterface.ListAvailability.Input(
        advocate: advocate.id, partner: nil, stale: nil, language: invocation.language.rawValue)
    ).value.availability
    var sheet = LabelledLines(invocation.language, width: invocation.output.width)
    let language = invocation.language
    sheet.add(.labelAdvocate, advocate.id)
    sheet.add(.labelName, TerminalText.visible(advocate.name))
    sheet.add(.labelPartner, TerminalText.visible(advocate.partnerName ?? advocate.partner))
    sheet.add(.labelKind, language.word("advocateKind", advocate.kind))
    sheet.add(
      .labelLicence,
      TerminalText.visible(
        "\(advocate.licenceNumber ?? "")  \(advocate.licence.from)..\(advocate.licence.to ?? "")"))
    sheet.add(.labelEmployment, "\(advocate.employment.from)..\(advocate.employment.to ?? "")")
    sheet.add(.labelLanguages, advocate.languages.joined(separator: ", "))
    if !advocate.skills.isEmpty { sheet.add(.labelSkills, language.words("skill", advocate.skills)) }
    sheet.add(.labelCaps, "\(advocate.dailyCap) / \(advocate.weeklyCap)")
    if !advocate.absences.isEmpty {
      sheet.add(.labelAbsences, advocate.absences.map { "\($0.from)..\($0.to ?? "")" })
    }
    sheet.add(
      .labelHours,
      hours.map { found in
        let day = found.weekday.map { language.word("weekday", $0) } ?? "\(found.from)..\(found.to ?? "")"
        return "\(found.id)  \(day)  \(found.hours)\(found.stale ? "  !" : "")"
      })
    for line in sheet.lines { invocation.output.line(line) }
    return .done
  }

  static let add = VerbDescription(
    "advocate add", options: record + [Option("--partner", value: .id(.partner))], arguments: [Argument("NAME")],
    summary: .helpAdvocateAddSummary, help: .helpAdvocate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.AddAdvocate.self,
      RegistryInterface.AddAdvocate.Input(
        partner: options["--partner"], name: invocation.arguments[0], kind: try invocation.needed("--kind"),
        sex: try invocation.needed("--sex"), skills: invocation.words("--skills"),
        languages: invocation.words("--languages"), licenceNumber: options["--licence"],
        licenceFrom: options["--licence-from"], licenceTo: options["--licence-to"],
        employmentFrom: options["--since"], dailyCap: invocation.number("--daily-cap"),
        weeklyCap: invocation.number("--weekly-cap"), language: invocation.language.rawValue), \.change,
      Message.registerAdded)
  }

  static let set = VerbDescription(
    "advocate set", options: record + [Option("--name", value: .text)],
    arguments: [Argument("ADVOCATE", id: .advocate)], summary: .helpAdvocateSetSummary, help: .helpAdvocate
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.SetAdvocate.self,
      RegistryInterface.SetAdvocate.Input(
        advocate: invocation.arguments[0], name: options["--name"], kind: options["--kind"], sex: options["--sex"],
        skills: invocation.words("--skills"), languages: invocation.words("--languages"),
        licenceNumber: options["--licence"], licenceFrom: options["--licence-from"],
        licenceTo: options["--licence-to"], employmentFrom: options["--since"],
        dailyCap: invocation.number("--daily-cap"), weeklyCap: invocation.number("--weekly-cap"),
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  static let end = VerbDescription(
    "advocate end", options: [Option("--on", value: .text)], arguments: [Argument("ADVOCATE", id: .advocate)],
    summary: .helpAdvocateEndSummary, help: .helpAdvocate
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.EndAdvocate.self,
      RegistryInterface.EndAdvocate.Input(
        advocate: invocation.arguments[0], on: invocation.options["--on"], language: invocation.language.rawValue),
      \.change, Message.registerChanged)
  }

  static let absent = VerbDescription(
    "advocate absent", options: [Option("--advocate", value: .id(.advocate))], arguments: [Argument("FROM..TO")],
    summary: .helpAdvocateAbsentSummary, help: .helpAdvocate
  ) { (invocation) throws(Complaint) in
    let days = DaysArgument(invocation.arguments[0])
    return try invocation.change(
      RegistryInterface.SetAdvocateAbsent.self,
      RegistryInterface.SetAdvocateAbsent.Input(
        advocate: invocation.options["--advocate"], from: days.from, to: days.to ?? days.from,
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  static let availability = VerbDescription(
    "availability list",
    options: [
      Option("--advocate", value: .id(.advocate)), Option("--partner", value: .id(.partner)), Option("--stale"),
      ListFormat.option,
    ], summary: .helpAvailabilityListSummary, help: .helpAvailability
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.call(
      RegistryInterface.ListAvailability.self,
      RegistryInterface.ListAvailability.Input(
        advocate: options["--advocate"], partner: options["--partner"], stale: options["--stale"] != nil,
        language: invocation.language.rawValue))
    invocation.list(
      reply.value.availability, reply.json,
      [
        ListColumn("id", .columnId) { $0.id },
        ListColumn("advocateName", .columnAdvocate, shortenedTo: 12) { $0.advocateName },
        ListColumn("weekday", .columnDay, words: "weekday") { $0.weekday ?? "" },
        ListColumn("hours", .columnHours) { $0.hours },
        ListColumn("days", .columnFrom) { $0.from }, ListColumn("daysTo", .columnTo) { $0.to ?? "" },
        ListColumn("confirmedOn", .columnConfirmed, style: { $0.stale ? .warning : .plain }) { $0.confirmedOn },
        ListColumn("advocate") { $0.advocate }, ListColumn("stale") { $0.stale ? "1" : "0" },
      ])
    return .done
  }

  static let addAvailability = VerbDescription(
    "availability add",
    options: [
      Option("--advocate", value: .id(.advocate)),
      Option("--weekday", value: .choice(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])),
      Option("--from", value: .text), Option("--to", value: .text),
    ], arguments: [Argument("HOURS")], summary: .helpAvailabilityAddSummary, help: .helpAvailability
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    return try invocation.change(
      RegistryInterface.AddAvailability.self,
      RegistryInterface.AddAvailability.Input(
        advocate: options["--advocate"], weekday: options["--weekday"], from: options["--from"],
        to: options["--to"], hours: invocation.arguments[0], language: invocation.language.rawValue), \.change,
      Message.registerAdded)
  }

  static let removeAvailability = VerbDescription(
    "availability remove", arguments: [Argument("AVAILABILITY", id: .availability)],
    summary: .helpAvailabilityRemoveSummary, help: .helpAvailability
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.RemoveAvailability.self,
      RegistryInterface.RemoveAvailability.Input(
        availability: invocation.arguments[0], language: invocation.language.rawValue), \.change,
      Message.registerRemoved)
  }

  static let confirmAvailability = VerbDescription(
    "availability confirm", options: [Option("--advocate", value: .id(.advocate))],
    arguments: [Argument("AVAILABILITY", isRequired: false, id: .availability)],
    summary: .helpAvailabilityConfirmSummary, help: .helpAvailability
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.ConfirmAvailability.self,
      RegistryInterface.ConfirmAvailability.Input(
        availability: invocation.arguments.first, advocate: invocation.options["--advocate"],
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }
}
