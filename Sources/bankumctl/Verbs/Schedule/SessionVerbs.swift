import BankumAPI
import BankumClient
import BankumWords

/// `session list`, `show`, `pin`, `unpin`, `move`, `cancel`, `end`, `record`, `override`.
enum SessionVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [list, show, pin, unpin, move, cancel, end, record, override]
  static let outcomes = ["held", "cutShort", "noShowAdvocate", "refusedByInmate", "notBrought"]
  private static let reasons = [
    "advocateUnavailable", "inmateUnavailable", "hearing", "roomUnavailable", "houseUnavailable", "security", "asked",
    "urgency", "requestEnded",
  ]
  private static let session = Argument("SESSION", id: .session)

  static let list = VerbDescription(
    "session list",
    options: [
      Option("--advocate", value: .text), Option("--partner", value: .text), Option("--inmate", value: .text),
      Option("--status", value: .text), Option("--from", value: .text), Option("--to", value: .text),
      Option("--broken"), ListFormat.option,
    ], summary: .helpSessionListSummary, help: .helpSessionList
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    let reply = try invocation.call(
      ScheduleInterface.ListSessions.self,
      ScheduleInterface.ListSessions.Input(
        advocate: options["--advocate"], partner: options["--partner"], inmate: options["--inmate"],
        statuses: options["--status"].map { $0.split(separator: ",").map(String.init) }, from: options["--from"],
        to: options["--to"], broken: options["--broken"] != nil, language: invocation.language.rawValue))
    invocation.list(reply.value.sessions, reply.json, fields: SessionSheet.fields) {
      SessionSheet.table(reply.value.sessions, invocation)
    }
    return .done
  }

  static let show = VerbDescription(
    "session show", arguments: [session], summary: .helpSessionShowSummary, help: .helpSessionShow
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      ScheduleInterface.ShowSession.self,
      ScheduleInterface.ShowSession.Input(session: invocation.arguments[0], language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      SessionSheet.sheet(reply.value.session, reply.value.notices, invocation)
    }
    return .done
  }

  static let pin = VerbDescription(
    "session pin", arguments: [session], summary: .helpSessionPinSummary, help: .helpSessionPin
  ) { (invocation) throws(Complaint) in try setPin(true, invocation) }

  static let unpin = VerbDescription(
    "session unpin", arguments: [session], summary: .helpSessionUnpinSummary, help: .helpSessionPin
  ) { (invocation) throws(Complaint) in try setPin(false, invocation) }

  private static func setPin(_ isPinned: Bool, _ invocation: Invocation) throws(Complaint) -> ExitStatus {
    let reply = try invocation.write(
      ScheduleInterface.PinSession.self,
      ScheduleInterface.PinSession.Input(
        session: invocation.arguments[0], pinned: isPinned, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      let session = reply.value.change.session
      invocation.say(isPinned ? .sessionPinned(session: session) : .sessionUnpinned(session: session))
    }
    return .done
  }

  static let move = VerbDescription(
    "session move",
    options: [
      Option("--to", value: .text), Option("--advocate", value: .text), Option("--room", value: .text),
      Option("--reason", value: .text), Option("--override", value: .text),
    ], arguments: [session, Argument("TIME")], summary: .helpSessionMoveSummary, help: .helpSessionMove
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    guard let date = options["--to"] else {
      throw Complaint(usage: .usageMissingArgument(name: "--to", verb: invocation.verb.name))
    }
    // With --override the reason is for the second person and in words; without it a code.
    let overrides = options["--override"].map { $0.split(separator: ",").map(String.init) }
    let reply = try invocation.write(
      ScheduleInterface.MoveSession.self,
      ScheduleInterface.MoveSession.Input(
        session: invocation.arguments[0], date: date, time: invocation.arguments[1], advocate: options["--advocate"],
        room: options["--room"], reason: overrides == nil ? options["--reason"] : nil, overrides: overrides,
        overrideReason: overrides == nil ? nil : options["--reason"], language: invocation.language.rawValue))
    return say(reply.value.change, reply, .sessionMoved(session: reply.value.change.session), invocation)
  }

  static let cancel = VerbDescription(
    "session cancel", options: [Option("--reason", value: .choice(reasons))], arguments: [session],
    summary: .helpSessionCancelSummary, help: .helpSessionCancel
  ) { (invocation) throws(Complaint) in
    guard let reason = invocation.options["--reason"] else {
      throw Complaint(usage: .usageMissingArgument(name: "--reason", verb: invocation.verb.name))
    }
    let reply = try invocation.write(
      ScheduleInterface.CancelSession.self,
      ScheduleInterface.CancelSession.Input(
        session: invocation.arguments[0], reason: reason, language: invocation.language.rawValue))
    return say(reply.value.change, reply, .sessionWasCancelled(session: reply.value.change.session), invocation)
  }

  static let end = VerbDescription(
    "session end", options: [Option("--outcome", value: .choice(outcomes)), Option("--follow-up")],
    arguments: [session], summary: .helpSessionEndSummary, help: .helpSessionEnd
  ) { (invocation) throws(Complaint) in
    guard let outcome = invocation.options["--outcome"] else {
      throw Complaint(usage: .usageMissingArgument(name: "--outcome", verb: invocation.verb.name))
    }
    let reply = try invocation.write(
      ScheduleInterface.EndSession.self,
      ScheduleInterface.EndSession.Input(
        session: invocation.arguments[0], outcome: outcome, followUp: invocation.options["--follow-up"] != nil,
        language: invocation.language.rawValue))
    let change = reply.value.change
    return say(
      change, reply,
      .sessionEnded(
        session: change.session, status: invocation.language.word("session", change.status)), invocation)
  }

  static let record = VerbDescription(
    "session record",
    options: [
      Option("--advocate", value: .text), Option("--date", value: .text), Option("--time", value: .text),
      Option("--minutes", value: .number), Option("--service", value: .choice(["consultation", "assistance"])),
      Option("--room", value: .text), Option("--request", value: .text),
      Option("--outcome", value: .choice(outcomes)), Option("--follow-up"), Option("--urgent"),
    ], arguments: [Argument("INMATE", id: .inmate)], summary: .helpSessionRecordSummary, help: .helpSessionRecord
  ) { (invocation) throws(Complaint) in
    let options = invocation.options
    for needed in ["--advocate", "--date", "--time", "--minutes"] where options[needed] == nil {
      throw Complaint(usage: .usageMissingArgument(name: needed, verb: invocation.verb.name))
    }
    let reply = try invocation.write(
      ScheduleInterface.RecordSession.self,
      ScheduleInterface.RecordSession.Input(
        inmate: invocation.arguments[0], advocate: options["--advocate"] ?? "", date: options["--date"] ?? "",
        time: options["--time"] ?? "", minutes: options["--minutes"].flatMap { Int($0) } ?? 0,
        service: options["--service"], room: options["--room"], request: options["--request"],
        outcome: options["--outcome"], followUp: options["--follow-up"] != nil, urgent: options["--urgent"] != nil,
        language: invocation.language.rawValue))
    let change = reply.value.change
    if !invocation.output.isJSON, !change.brokenRules.isEmpty {
      invocation.tell(.sessionRecordedAgainst(rules: change.brokenRules))
    }
    return say(change, reply, .sessionRecorded(session: change.session), invocation)
  }

  static let override = VerbDescription(
    "session override", options: [Option("--reason", value: .text)],
    arguments: [Argument("REQUEST", id: .request), Argument("PARTNER", id: .partner)],
    summary: .helpSessionOverrideSummary, help: .helpSessionOverride
  ) { (invocation) throws(Complaint) in
    guard let reason = invocation.options["--reason"] else {
      throw Complaint(usage: .usageMissingArgument(name: "--reason", verb: invocation.verb.name))
    }
    let reply = try invocation.write(
      ScheduleInterface.OverrideConflict.self,
      ScheduleInterface.OverrideConflict.Input(
        request: invocation.arguments[0], partner: invocation.arguments[1], reason: reason,
        language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.sessionWaitsForSecond(review: reply.value.review))
    }
    return .partly
  }

  /// Says what was done; what waits for a second person is done in part.
  private static func say<Output>(
    _ change: SessionChange, _ reply: Reply<Output>, _ done: Message, _ invocation: Invocation
  ) -> ExitStatus {
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(change.review.map { .sessionWaitsForSecond(review: $0) } ?? done)
    }
    return change.review == nil ? .done : .partly
  }
}
