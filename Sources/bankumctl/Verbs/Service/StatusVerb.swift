import BankumAPI
import BankumClient
import BankumWords

/// `status`: how the daemon is.
enum StatusVerb {
  static let description = VerbDescription("status", summary: .helpStatusSummary, help: .helpStatus) {
    (invocation) throws(Complaint) in
    let reply = try invocation.call(ServiceInterface.GetStatus.self, ServiceInterface.GetStatus.Input())
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { show(reply.value, invocation) }
    return .done
  }

  private static func show(_ status: ServiceInterface.GetStatus.Output, _ invocation: Invocation) {
    let language = invocation.language
    if !invocation.output.hidesLegend { invocation.say(.statusTitle(version: status.version)) }
    var sheet = LabelledLines(language, width: invocation.output.width)
    sheet.add(.statusLabelState, Message.serviceState(status.state).text(in: language))
    let clock: Message = status.clock == .real ? .statusClockReal : .statusClockSet
    sheet.add(.statusLabelClock, clock.text(in: language))
    sheet.add(.statusLabelToday, day(status.today, in: language))
    sheet.add(.statusLabelInmates, count(status.inmates, language))
    sheet.add(.statusLabelOpenRequests, count(status.openRequests, language))
    sheet.add(.statusLabelPublishedSessions, count(status.publishedSessions, language))
    // Whoever may not count the people of the house is not told of runs either.
    let isOfHouse = status.inmates != nil
    let run = isOfHouse ? lastRun(status.lastRun) : Message.statusNotShown
    sheet.add(.statusLabelLastRun, run.terminalText(in: language))
    let alarms = status.alarms.map { alarm($0, isOfHouse: isOfHouse).text(in: language) }
    sheet.add(.statusLabelAlarms, alarms.isEmpty ? [Message.statusNoAlarms.text(in: language)] : alarms)
    for line in sheet.lines { invocation.output.line(line) }
    if status.private, !invocation.output.hidesLegend {
      invocation.output.line("")
      invocation.say(.statusPrivateDaemon)
    }
  }

  private static func count(_ number: Int?, _ language: Language) -> String {
    number.map { language.quantity($0) } ?? Message.statusNotShown.text(in: language)
  }

  /// What an alarm says; one of a kind that is not known here stands as it came.
  static func alarm(_ alarm: Alarm, isOfHouse: Bool = true) -> Message {
    switch alarm.kind {
    case "overstay": .alarmOverstay(inmates: alarm.count)
    case "termExpiring": .alarmExpiring(inmates: alarm.count)
    case "answerLate": .alarmLateAnswers(requests: alarm.count)
    case "sessionUnreported": .alarmUnreported(sessions: alarm.count)
    case "availabilityStale": .alarmStaleAvailability(advocates: alarm.count)
    case "telephoneList":
      isOfHouse ? .alarmTelephone(notices: alarm.count) : .alarmUnread(notices: alarm.count)
    case "credentialsLapsing": .alarmCredentials(holders: alarm.count)
    case "rulesUnconfirmed": .alarmUnconfirmedRules(rules: alarm.count)
    case "calendarMissing": .alarmCalendarMissing
    case "damage": .alarmDamage(things: alarm.count)
    case "storage": .alarmStorage
    default: .alarmOther(kind: TerminalText.visible(alarm.kind), count: alarm.count)
    }
  }

  private static func lastRun(_ run: RunSummary?) -> Message {
    guard let run else { return .statusLastRunNone }
    guard let met = run.clocksMet, let missed = run.clocksMissed else {
      return .statusLastRun(run: run.id, placed: run.placed, waiting: run.waiting)
    }
    return .statusLastRunClocks(run: run.id, placed: run.placed, waiting: run.waiting, met: met, missed: missed)
  }

  /// A date of the wire in words; one that is none stays as it came.
  private static func day(_ text: String, in language: Language) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return TerminalText.visible(text) }
    return language.day(CivilDay(year: parts[0], month: parts[1], day: parts[2]))
  }
}
