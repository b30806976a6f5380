import BankumAPI
import BankumClient
import BankumWords

/// `explain`: why a request is where it is.
enum ExplainVerb {
  private static let audiences = ["registrar", "partner", "guard", "inmate"]

  static let description = VerbDescription(
    "explain", options: [VerbDescription.Option("--for", value: .choice(audiences))],
    arguments: [VerbDescription.Argument("REQUEST", id: .request)], summary: .helpExplainSummary, help: .helpExplain
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      ScheduleInterface.Explain.self,
      ScheduleInterface.Explain.Input(
        request: invocation.arguments[0], audience: invocation.options["--for"],
        language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { show(reply.value, invocation) }
    return .done
  }

  private static func show(_ answer: ScheduleInterface.Explain.Output, _ invocation: Invocation) {
    let language = invocation.language
    let width = invocation.output.width
    for line in TextLines.wrapped(answer.text, to: width) { invocation.output.line(line) }
    var sheet = LabelledLines(language, width: width)
    sheet.add(.explainLabelRequest, TerminalText.visible(answer.request))
    if let service = answer.service { sheet.add(.explainLabelService, named("service.\(service)", service, language)) }
    sheet.add(.explainLabelStatus, status(answer.status, language))
    if let rank = answer.rank, let tier = answer.tier, let points = answer.points {
      sheet.add(.explainLabelRank, Message.explainRank(place: rank, tier: tier, points: points).text(in: language))
    }
    if !answer.factors.isEmpty {
      sheet.add(.explainLabelFactors, answer.factors.map { factor($0).terminalText(in: language) })
    }
    if let expected = answer.expected {
      sheet.add(
        .explainLabelExpected,
        Message.explainExpected(first: expected.from, last: expected.to).terminalText(in: language))
    }
    for line in sheet.lines { invocation.output.line(line) }
    showReasons(answer, invocation)
    showPlaces(answer, invocation)
    if let change = answer.smallestChange, !invocation.output.hidesLegend {
      invocation.output.line("")
      invocation.say(.explainTry(text: change.whatIf))
      if let rival = change.otherwise { invocation.say(.explainOtherwise(request: rival)) }
    }
  }

  /// Each rule once, with all whom it concerns.
  private static func showReasons(_ answer: ScheduleInterface.Explain.Output, _ invocation: Invocation) {
    guard !answer.reasons.isEmpty else { return }
    var order: [String] = []
    var subjects: [String: [String]] = [:]
    for reason in answer.reasons {
      if subjects[reason.statement] == nil { order.append(reason.statement) }
      subjects[reason.statement, default: []] += reason.subject.map { [$0] } ?? []
    }
    invocation.output.line("")
    invocation.say(answer.meeting == nil ? .explainReasons : .explainFlags)
    for statement in order {
      let names = subjects[statement] ?? []
      var shown = names.prefix(4).joined(separator: ", ")
      // All of them are in the JSON; people want to see the rules.
      if names.count > 4 { shown += " " + Message.explainMore(count: names.count - 4).text(in: invocation.language) }
      let text = names.isEmpty ? statement : "\(shown): \(statement)"
      for line in TextLines.wrapped(TerminalText.visible(text), to: invocation.output.width, bullet: "- ") {
        invocation.output.line("  " + line)
      }
    }
  }

  private static func showPlaces(_ answer: ScheduleInterface.Explain.Output, _ invocation: Invocation) {
    guard !answer.alternatives.isEmpty else { return }
    let language = invocation.language
    invocation.output.line("")
    invocation.say(.explainAlternatives)
    for place in answer.alternatives {
      var text = "\(place.date) \(place.from)-\(place.to) \(place.advocateName)"
      if let loss = place.loss {
        let cost: Message = loss == 0 ? .explainAlternativeFree : .explainAlternativeLoss(loss: loss)
        text += ": " + cost.text(in: language)
      }
      for line in TextLines.wrapped(TerminalText.visible(text), to: invocation.output.width, bullet: "- ") {
        invocation.output.line("  " + line)
      }
    }
  }

  /// A factor with its points.
  static func factor(_ factor: PriorityFactor) -> Message {
    let name = Message.named("factor.\(factor.kind)") ?? .errorText(text: factor.kind)
    return factor.count == 1
      ? .explainFactor(name: name, points: factor.points)
      : .explainFactorTimes(name: name, count: factor.count, points: factor.points)
  }

  /// The state of the request; a guard is told that of the meeting.
  private static func status(_ code: String, _ language: Language) -> String {
    Message.named("requestState.\(code)")?.text(in: language) ?? language.word("session", code)
  }

  private static func named(_ id: String, _ code: String, _ language: Language) -> String {
    Message.named(id)?.text(in: language) ?? TerminalText.visible(code)
  }
}
