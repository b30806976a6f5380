import BankumAPI
import BankumClient
import BankumWords
import Varlink

/// `docket`: who meets whom, when and where.
enum DocketVerb {
  private typealias Option = VerbDescription.Option

  static let description = VerbDescription(
    "docket",
    options: [
      Option("--advocate", value: .id(.advocate)), Option("--partner", value: .id(.partner)),
      Option("--block", value: .id(.block)), Option("--date", value: .text), Option("--week", value: .text),
      Option("--from", value: .text), Option("--to", value: .text), Option("--since", value: .number),
      Option("--format", value: .choice(["table", "json", "csv", "ics"])), Option("--names"),
      Option("--page-lines", value: .number),
    ], summary: .helpDocketSummary, help: .helpDocket
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    try exclude(options, ["--date", "--week", "--from"])
    try exclude(options, ["--date", "--week", "--to"])
    let format = options["--format"] ?? (invocation.wantsExcel ? "csv" : "table")
    if let length = options["--page-lines"], Int(length) == 0 {
      throw Complaint(usage: .usageBadValue(option: "--page-lines", value: length, expected: .typePositiveNumber))
    }
    if options["--names"] != nil, format != "ics" {
      throw Complaint(usage: .usageOnlyWith(option: "--names", other: "--format ics"))
    }
    if format == "csv" || format == "ics" {
      try exclude(options, ["--since", "--format"])
      try export(format, invocation)
    } else {
      let reply = try invocation.call(
        DocketInterface.List.self,
        DocketInterface.List.Input(
          advocate: options["--advocate"], partner: options["--partner"], block: options["--block"],
          from: options["--date"] ?? options["--from"], to: options["--date"] ?? options["--to"],
          week: options["--week"], since: options["--since"].flatMap { Int($0) },
          language: invocation.language.rawValue))
      if invocation.output.isJSON || format == "json" {
        invocation.output.json(reply.json)
      } else {
        DocketSheet(reply.value, invocation).show()
      }
    }
    return .done
  }

  private static func export(_ format: String, _ invocation: Invocation) throws(Complaint) {
    let options = invocation.options
    let reply = try invocation.call(
      DocketInterface.Export.self,
      DocketInterface.Export.Input(
        format: format == "csv" && invocation.wantsExcel ? "excel" : format, advocate: options["--advocate"],
        partner: options["--partner"], block: options["--block"],
        from: options["--date"] ?? options["--from"], to: options["--date"] ?? options["--to"],
        week: options["--week"], names: options["--names"] != nil, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.output.file(reply.value.content)
    }
  }

  /// At most one of these.
  private static func exclude(_ options: [String: String], _ names: [String]) throws(Complaint) {
    let given = names.filter { options[$0] != nil }
    guard given.count > 1 else { return }
    throw Complaint(usage: .usageExcludeEachOther(first: given[0], second: given[1]))
  }
}
