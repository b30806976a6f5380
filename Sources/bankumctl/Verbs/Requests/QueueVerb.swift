import BankumAPI
import BankumClient
import BankumWords

/// `queue`: who comes when, and why.
enum QueueVerb {
  private typealias Option = VerbDescription.Option

  static let description = VerbDescription(
    "queue", options: [Option("--start"), Option("--factors"), Option("--limit", value: .number), ListFormat.option],
    summary: .helpQueueSummary, help: .helpQueue
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.call(
      RequestsInterface.ListQueue.self,
      RequestsInterface.ListQueue.Input(
        byStart: options["--start"] != nil, limit: options["--limit"].flatMap { Int($0) },
        language: invocation.language.rawValue))
    let fields: KeyValuePairs<String, (QueueEntry) -> String?> = [
      "rank": { "\($0.rank)" }, "tier": { "\($0.tier)" }, "points": { "\($0.points)" }, "request": { $0.request },
      "inmate": { $0.inmate }, "inmateName": { $0.inmateName }, "inmateNumber": { $0.inmateNumber },
      "service": { $0.service }, "status": { $0.status }, "submittedOn": { $0.submittedOn }, "start": { $0.start },
      "expectedFrom": { $0.expected?.from }, "expectedTo": { $0.expected?.to }, "useBy": { $0.useBy },
    ]
    invocation.list(reply.value.entries, reply.json, fields: fields) { show(reply.value, invocation) }
    return .done
  }

  private static func show(_ reply: RequestsInterface.ListQueue.Output, _ invocation: Invocation) {
    let language = invocation.language
    let hasFactors = invocation.options["--factors"] != nil
    var columns = [
      TextTable.Column(Message.requestColumnRank.text(in: language), alignment: .trailing),
      TextTable.Column(Message.requestColumnTier.text(in: language), alignment: .trailing),
      TextTable.Column(Message.requestColumnPoints.text(in: language), alignment: .trailing),
      TextTable.Column(Message.requestColumnRequest.text(in: language)),
      TextTable.Column(Message.requestColumnInmate.text(in: language), shortenedTo: 16),
      TextTable.Column(Message.requestColumnWhen.text(in: language)),
    ]
    // Factors stand below the last column, which then has no room for another beside it.
    if !hasFactors { columns.append(TextTable.Column(Message.requestColumnUseBy.text(in: language))) }
    var table = TextTable(columns: columns)
    for entry in reply.entries {
      let expected = entry.expected.map { "\($0.from)..\($0.to.suffix(5))" }
      var row = [
        TextTable.Cell("\(entry.rank)"), TextTable.Cell("\(entry.tier)", style: entry.tier == 1 ? .alarm : .plain),
        TextTable.Cell(language.quantity(entry.points)), TextTable.Cell(entry.request),
        TextTable.Cell(entry.inmateName),
        TextTable.Cell(entry.start.map { String($0.prefix(16)).replacing("T", with: " ") } ?? expected ?? ""),
      ]
      if !hasFactors { row.append(TextTable.Cell(entry.useBy.map { String($0.suffix(5)) } ?? "")) }
      table.append(row)
      guard hasFactors else { continue }
      // Below each other, so that a table of 80 columns stays one.
      for factor in entry.factors {
        table.append(["", "", "", "", "", TextTable.Cell("  " + ExplainVerb.factor(factor).text(in: language))])
      }
    }
    invocation.output.table(table)
    if reply.left > 0 { invocation.tell(.requestLeft(count: reply.left)) }
  }
}
