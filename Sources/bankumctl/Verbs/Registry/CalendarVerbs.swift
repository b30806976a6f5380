import BankumAPI
import BankumClient
import BankumWords

/// `calendar ...`: days and hours.
enum CalendarVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [list, close, open, hours]

  private static let weekday = Option(
    "--weekday", value: .choice(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
  private static let scope = Option("--scope", value: .choice(["house", "national"]))
  private static let reason = Option("--reason", value: .text)

  static let list = VerbDescription(
    "calendar list", options: [Option("--from", value: .text), Option("--to", value: .text), ListFormat.option],
    summary: .helpCalendarListSummary, help: .helpCalendar
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListCalendar.self,
      RegistryInterface.ListCalendar.Input(
        from: invocation.options["--from"], to: invocation.options["--to"],
        language: invocation.language.rawValue))
    let (found, language) = (reply.value, invocation.language)
    // Three things in one list: what is of each week, what the decree says, what was decided since.
    let lines =
      found.week.map { Line(weekday: $0.weekday, kind: "week", imported: "openingHours", hours: $0.hours) }
      + found.holidays.map {
        Line(
          from: $0.date, to: $0.date, kind: $0.kind, imported: $0.kind, name: $0.name, mayMove: $0.mayMove ? "1" : "0")
      } + found.decisions.map(decided)
    invocation.list(
      lines, reply.json,
      [
        ListColumn("from", .columnFrom) { $0.from }, ListColumn("to", .columnTo) { $0.to },
        ListColumn("weekday", .columnDay, words: "weekday") { $0.weekday },
        ListColumn("kind", .columnKind, shortenedTo: 14, words: "calendar", shown: { $0.kind }) { $0.imported },
        ListColumn(
          "hours", .columnHours,
          shown: { $0.hours == "closed" ? language.word("calendar", "closed") : $0.hours }, { $0.hours }),
        ListColumn("name", .columnReason, shortenedTo: 9) { $0.name }, ListColumn("mayMove") { $0.mayMove },
      ])
    return .done
  }

  /// A decision; what only a verb can decide, the import of calendars knows by no name.
  private static func decided(_ decision: DayDecision) -> Line {
    let kind = "\(decision.scope);\(decision.effect)"
    let imported =
      switch (decision.scope, decision.effect) {
      case ("house", "hours"): "openingHours"
      case ("house", "close") where decision.hours == nil: "houseClosed"
      default: kind
      }
    return Line(
      from: decision.from, to: decision.to, weekday: decision.weekday ?? "", kind: kind, imported: imported,
      hours: decision.hours ?? "", name: decision.reason)
  }

  private struct Line {
    var from = ""
    var to = ""
    var weekday = ""
    /// What the table calls it, and what the import of calendars does.
    let kind: String
    let imported: String
    var hours = ""
    var name = ""
    var mayMove = ""
  }

  static let close = VerbDescription(
    "calendar close", options: [scope, weekday, Option("--hours", value: .text), reason],
    arguments: [Argument("FROM..TO")], summary: .helpCalendarCloseSummary, help: .helpCalendar
  ) { (invocation) throws(Complaint) in
    let (days, options) = (DaysArgument(invocation.arguments[0]), invocation.options)
    return try invocation.change(
      RegistryInterface.CloseDays.self,
      RegistryInterface.CloseDays.Input(
        from: days.from, to: days.to, weekday: options["--weekday"], scope: options["--scope"],
        hours: options["--hours"], reason: try invocation.needed("--reason"),
        language: invocation.language.rawValue), \.change, { _ in .registerDecided })
  }

  static let open = VerbDescription(
    "calendar open", options: [scope, weekday, Option("--hours", value: .text), reason],
    arguments: [Argument("FROM..TO")], summary: .helpCalendarOpenSummary, help: .helpCalendar
  ) { (invocation) throws(Complaint) in
    let (days, options) = (DaysArgument(invocation.arguments[0]), invocation.options)
    return try invocation.change(
      RegistryInterface.OpenDays.self,
      RegistryInterface.OpenDays.Input(
        from: days.from, to: days.to, weekday: options["--weekday"], scope: options["--scope"],
        hours: options["--hours"], reason: try invocation.needed("--reason"),
        language: invocation.language.rawValue), \.change, { _ in .registerDecided })
  }

  static let hours = VerbDescription(
    "calendar hours", options: [Option("--from", value: .text), Option("--to", value: .text), weekday, reason],
    arguments: [Argument("HOURS")], summary: .helpCalendarHoursSummary, help: .helpCalendar
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.SetDayHours.self,
      RegistryInterface.SetDayHours.Input(
        from: try invocation.needed("--from"), to: try invocation.needed("--to"),
        weekday: invocation.options["--weekday"], hours: invocation.arguments[0],
        reason: invocation.options["--reason"], language: invocation.language.rawValue),
      \.change, { _ in .registerDecided })
  }
}
