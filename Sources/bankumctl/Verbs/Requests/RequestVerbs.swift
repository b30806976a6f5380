import BankumAPI
import BankumClient
import BankumWords

/// The verbs about requests, in the order of the help.
enum RequestVerbs {
  typealias Option = VerbDescription.Option
  typealias Argument = VerbDescription.Argument

  static let all =
    [add, RequestShowVerbs.list, RequestShowVerbs.show, set, check, accept, refuse, withdraw] + [
      QueueVerb.description, ExplainVerb.description,
    ]

  static let services = ["consultation", "assistance", "education"]
  private static let request = Argument("REQUEST", id: .request)
  private static let fields = [
    Option("--topic", value: .text), Option("--wish", value: .id(.partner)),
    Option("--refuse", value: .id(.partner), isRepeatable: true), Option("--language", value: .text),
    Option("--need", value: .text, isRepeatable: true), Option("--poverty", value: .text),
  ]

  static let add = VerbDescription(
    "request add",
    options: fields + [Option("--date", value: .text), Option("--channel", value: .text), Option("--again")],
    arguments: [Argument("INMATE", id: .inmate), Argument("SERVICE", candidates: services)],
    summary: .helpRequestAddSummary, help: .helpRequestAdd
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let input = RequestsInterface.Add.Input(
      inmate: invocation.arguments[0], service: invocation.arguments[1], submittedOn: options["--date"],
      channel: options["--channel"], topic: options["--topic"], wishPartner: options["--wish"],
      refusePartners: invocation.repeated["--refuse"], language: options["--language"],
      needs: invocation.repeated["--need"], povertyProof: options["--poverty"], again: options["--again"] != nil,
      textLanguage: invocation.language.rawValue)
    let reply: Reply<RequestsInterface.Add.Output>
    do throws(Complaint) { reply = try invocation.write(RequestsInterface.Add.self, input) } catch {
      // Who is meant is a question to the caller's words, not to the data.
      guard error.status == .input, error.details.count == 1,
        error.details[0].text(in: .english).hasPrefix("inmate")
      else { throw error }
      var unclear = error
      unclear.status = .usage
      throw unclear
    }
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.requestAdded(request: reply.value.request))
    }
    return .done
  }

  static let set = VerbDescription(
    "request set", options: fields, arguments: [request], summary: .helpRequestSetSummary, help: .helpRequestSet
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.write(
      RequestsInterface.Edit.self,
      RequestsInterface.Edit.Input(
        request: invocation.arguments[0], topic: options["--topic"], wishPartner: options["--wish"],
        refusePartners: list("--refuse", invocation), speaks: options["--language"], needs: list("--need", invocation),
        povertyProof: options["--poverty"], language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { invocation.say(.requestSet) }
    return .done
  }

  static let check = VerbDescription(
    "request check", options: [Option("--complete"), Option("--incomplete", value: .text), Option("--supplied")],
    arguments: [request], summary: .helpRequestCheckSummary, help: .helpRequestCheck
  ) { (invocation) throws(Complaint) in
    let given = ["--complete", "--incomplete", "--supplied"].filter { invocation.options[$0] != nil }
    guard given.count == 1 else { throw Complaint(usage: .requestOnlyOne) }
    let reply = try invocation.write(
      RequestsInterface.Check.self,
      RequestsInterface.Check.Input(
        request: invocation.arguments[0], result: String(given[0].dropFirst(2)),
        missing: invocation.options["--incomplete"], language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { say(reply.value.status, 0, invocation) }
    return .done
  }

  static let accept = VerbDescription(
    "request accept", arguments: [request], summary: .helpRequestAcceptSummary, help: .helpRequestAccept
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.write(
      RequestsInterface.Accept.self,
      RequestsInterface.Accept.Input(request: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { say(reply.value.status, 0, invocation) }
    return .done
  }

  static let refuse = VerbDescription(
    "request refuse",
    options: [
      Option("--by", value: .choice(["partner", "inmate"])), Option("--reason", value: .text),
      Option("--minutes", value: .text),
    ], arguments: [request], summary: .helpRequestRefuseSummary, help: .helpRequestRefuse
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    for name in ["--by", "--reason"] where options[name] == nil {
      throw Complaint(usage: .usageMissingArgument(name: name, verb: "request refuse"))
    }
    let reply = try invocation.write(
      RequestsInterface.Refuse.self,
      RequestsInterface.Refuse.Input(
        request: invocation.arguments[0], by: options["--by"] ?? "", reason: options["--reason"] ?? "",
        minutes: options["--minutes"], language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      say(reply.value.status, reply.value.cancelled, invocation)
    }
    return .done
  }

  static let withdraw = VerbDescription(
    "request withdraw", arguments: [request], summary: .helpRequestWithdrawSummary, help: .helpRequestWithdraw
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.write(
      RequestsInterface.Withdraw.self,
      RequestsInterface.Withdraw.Input(request: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      say(reply.value.status, reply.value.cancelled, invocation)
    }
    return .done
  }

  /// The values of a repeatable option; one empty text stands for none at all.
  private static func list(_ option: String, _ invocation: Invocation) -> [String]? {
    invocation.repeated[option].map { $0 == [""] ? [] : $0 }
  }

  private static func say(_ status: String, _ cancelled: Int, _ invocation: Invocation) {
    let state = Message.named("requestState.\(status)") ?? .errorText(text: status)
    invocation.say(.requestChanged(request: invocation.arguments[0], state: state))
    if cancelled > 0 { invocation.say(.requestCancelled(meetings: cancelled)) }
  }
}
