import BankumAPI
import BankumClient
import BankumWords

/// `import list`, `import undo N`.
enum PastImportVerbs {
  static let all = [list, undo]

  static let list = VerbDescription(
    "import list", options: [VerbDescription.Option("--limit", value: .number), ListFormat.option],
    summary: .helpImportListSummary, help: .helpImportList
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListImports.self,
      RegistryInterface.ListImports.Input(
        limit: invocation.options["--limit"].flatMap { Int($0) }, language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (PastImport) -> String?> = [
      "import": { "\($0.import)" }, "kind": { $0.kind }, "scope": { $0.scope }, "madeAt": { $0.madeAt },
      "uid": { "\($0.uid)" }, "user": { $0.user }, "added": { "\(sum($0, \.added))" },
      "changed": { "\(sum($0, \.changed))" }, "same": { "\(sum($0, \.same))" },
      "doubtful": { "\(sum($0, \.doubtful))" }, "undoneAt": { $0.undoneAt },
    ]
    invocation.list(reply.value.imports, reply.json, fields: fields) { show(reply.value.imports, invocation) }
    return .done
  }

  static let undo = VerbDescription(
    "import undo", options: [VerbDescription.Option("-n", "--dry-run")],
    arguments: [VerbDescription.Argument("NUMBER")], summary: .helpImportUndoSummary, help: .helpImportUndo
  ) { (invocation) throws(Complaint) in
    guard let number = Int(invocation.arguments[0]), number > 0 else {
      throw Complaint(
        usage: .usageBadValue(option: "NUMBER", value: invocation.arguments[0], expected: .typePositiveNumber))
    }
    let isDryRun = invocation.options["--dry-run"] != nil
    let reply = try invocation.write(
      RegistryInterface.UndoImport.self,
      RegistryInterface.UndoImport.Input(
        import: number, dryRun: isDryRun, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      let value = reply.value
      invocation.say(.importUndone(fields: value.restored, things: value.removed))
      show(value.left, invocation)
      if isDryRun { invocation.say(.importUndoWouldBe) }
    }
    return reply.value.left.isEmpty ? .done : .partly
  }

  private static func show(_ imports: [PastImport], _ invocation: Invocation) {
    let language = invocation.language
    var columns = [TextTable.Column(Message.importColumnImport.text(in: language), alignment: .trailing)]
    for title: Message in [.importColumnKind, .importColumnScope, .importColumnWhen, .importColumnUser] {
      columns.append(TextTable.Column(title.text(in: language), shortenedTo: 8))
    }
    for title: Message in [.importColumnAdded, .importColumnChanged] {
      columns.append(TextTable.Column(title.text(in: language), alignment: .trailing))
    }
    columns.append(TextTable.Column(Message.importColumnUndone.text(in: language)))
    var table = TextTable(columns: columns)
    for one in imports {
      table.append(
        [
          TextTable.Cell("\(one.import)"), TextTable.Cell(one.kind), TextTable.Cell(one.scope ?? ""),
          TextTable.Cell(day(one.madeAt)), TextTable.Cell(one.user ?? "\(one.uid)"),
        ] + [sum(one, \.added), sum(one, \.changed)].map { TextTable.Cell(language.quantity($0)) } + [
          TextTable.Cell(one.undoneAt.map(day) ?? "")
        ])
    }
    invocation.output.table(table)
  }

  /// Over all files of an import.
  private static func sum(_ past: PastImport, _ count: (ImportLine) -> Int) -> Int {
    past.lines.reduce(0) { $0 + count($1) }
  }

  /// Day and minute of an instant.
  private static func day(_ instant: String) -> String {
    "\(instant.prefix(10)) \(instant.dropFirst(11).prefix(5))"
  }

  private static func show(_ left: [LeftThing], _ invocation: Invocation) {
    guard !left.isEmpty else { return }
    let language = invocation.language
    invocation.say(.importLeft(count: left.count))
    var table = TextTable(
      columns: [Message.importColumnKind, .importColumnThing, .importColumnField, .importColumnWhy].map {
        TextTable.Column($0.text(in: language))
      })
    for thing in left.prefix(100) {
      let reason = Message.named("importLeft.\(thing.reason)")?.text(in: language) ?? thing.reason
      table.append([language.word("kind", thing.kind), thing.id, thing.field ?? "", reason].map { TextTable.Cell($0) })
    }
    invocation.output.table(table)
    if left.count > 100 { invocation.say(.importLeftMore(count: left.count - 100)) }
  }
}
