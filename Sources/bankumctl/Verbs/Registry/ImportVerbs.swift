import BankumAPI
import BankumClient
import BankumWords
import Glibc
import Varlink

/// `import house DIR`, `import KIND FILE`, `import list`, `import undo N`.
enum ImportVerbs {
  /// The kinds in the order of loading; the daemon knows them as well and has the last word.
  static let kinds = [
    "holidays", "partners", "advocates", "availability", "rooms", "blocks", "timetable", "inmates", "cases", "terms",
    "hearings", "keepapart", "mandates", "requests", "outcomes",
  ]

  private typealias Option = VerbDescription.Option
  private static let dryRun = Option("-n", "--dry-run")
  /// What only the population file has.
  private static let scopeOptions = [Option("--scope", value: .text), Option("--departures", value: .number)]

  static let all = [house] + kinds.map(one) + PastImportVerbs.all

  static let house = VerbDescription(
    "import house", options: [dryRun] + scopeOptions,
    arguments: [VerbDescription.Argument("DIR", completesFiles: true)], summary: .helpImportHouseSummary,
    help: .helpImportHouse
  ) { (invocation) throws(Complaint) in
    let folder = invocation.arguments[0]
    guard access(folder, F_OK) == 0 else {
      throw FileArgument.unreadable(folder)
    }
    var files: [SentFile] = []
    for kind in kinds {
      let path = "\(folder)/\(kind).csv"
      guard access(path, F_OK) == 0 else { continue }
      files.append(SentFile(kind: kind, name: "\(kind).csv", content: Base64.text(of: try FileArgument.bytes(path))))
    }
    guard !files.isEmpty else { throw Complaint(.importNoFiles(folder: folder), status: .input) }
    return try send(files, invocation)
  }

  private static func one(_ kind: String) -> VerbDescription {
    VerbDescription(
      "import \(kind)", options: [dryRun, Option("--template")] + (kind == "inmates" ? scopeOptions : []),
      arguments: [VerbDescription.Argument("FILE", isRequired: false, completesFiles: true)],
      summary: .helpImportKindSummary, help: .helpImportKind
    ) { (invocation) throws(Complaint) in
      if invocation.options["--template"] != nil { return try template(kind, invocation) }
      guard let path = invocation.arguments.first else {
        throw Complaint(usage: .usageMissingArgument(name: "FILE", verb: "import \(kind)"))
      }
      let name = path == "-" ? "-" : path.split(separator: "/").last.map(String.init) ?? path
      return try send(
        [SentFile(kind: kind, name: name, content: Base64.text(of: try FileArgument.bytes(path)))], invocation)
    }
  }

  private static func template(_ kind: String, _ invocation: Invocation) throws(Complaint) -> ExitStatus {
    let reply = try invocation.call(
      RegistryInterface.GetImportTemplate.self, RegistryInterface.GetImportTemplate.Input(kind: kind))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.output.text(reply.value.content)
    }
    return .done
  }

  private static func send(_ files: [SentFile], _ invocation: Invocation) throws(Complaint) -> ExitStatus {
    let isDryRun = invocation.options["--dry-run"] != nil
    try knock(files, invocation)
    let reply = try invocation.write(
      RegistryInterface.Import.self,
      RegistryInterface.Import.Input(
        files: files, dryRun: isDryRun, scope: invocation.options["--scope"],
        departures: invocation.options["--departures"].flatMap { Int($0) }, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
      return .done
    }
    show(reply.value, invocation)
    return .done
  }

  /// Asks a small question of the same right before much is sent: the service hangs up on whoever sends more than his
  /// roles need, and could not say why.
  private static func knock(_ files: [SentFile], _ invocation: Invocation) throws(Complaint) {
    guard files.reduce(0, { $0 + $1.content.utf8.count }) > 1 << 19 else { return }
    let question = RegistryInterface.ListImports.Input(limit: 1, language: invocation.language.rawValue)
    do throws(ClientFailure) {
      _ = try invocation.connection.call(RegistryInterface.ListImports.name, question.jsonObject)
    } catch {
      throw invocation.complaint(error, method: RegistryInterface.Import.name)
    }
  }

  private static func show(_ reply: RegistryInterface.Import.Output, _ invocation: Invocation) {
    show(reply.lines, invocation)
    let departures = reply.departures
    if !departures.isEmpty {
      invocation.say(.importDepartures(count: departures.count))
      var table = TextTable(
        columns: [Message.importColumnInmate, .importColumnName, .importColumnNumber, .importColumnBlock].map {
          TextTable.Column($0.text(in: invocation.language))
        })
      for gone in departures.prefix(100) {
        table.append([gone.inmate, gone.name, gone.number ?? "", gone.block ?? ""].map { TextTable.Cell($0) })
      }
      invocation.output.table(table)
      if departures.count > 100 { invocation.say(.importDeparturesMore(count: departures.count - 100)) }
    }
    guard !invocation.output.hidesLegend else { return }
    if reply.reviews > 0 { invocation.say(.importReviews(count: reply.reviews)) }
    if reply.oddTerms > 0 { invocation.say(.importOddTerms(count: reply.oddTerms)) }
    invocation.say(reply.import.map { .importDone(number: $0) } ?? .importWouldBe)
    if reply.needsConfirmation { invocation.say(.importNeedsConfirmation(count: departures.count)) }
  }

  private static func show(_ lines: [ImportLine], _ invocation: Invocation) {
    let language = invocation.language
    var columns = [TextTable.Column(Message.importColumnKind.text(in: language))]
    for title: Message in [.importColumnAdded, .importColumnChanged, .importColumnSame, .importColumnDoubtful] {
      columns.append(TextTable.Column(title.text(in: language), alignment: .trailing))
    }
    var table = TextTable(columns: columns)
    for line in lines {
      table.append(
        [TextTable.Cell(line.kind)]
          + [line.added, line.changed, line.same, line.doubtful].map { TextTable.Cell(language.quantity($0)) })
    }
    invocation.output.table(table)
  }
}
