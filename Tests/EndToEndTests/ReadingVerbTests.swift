import BankumAPI
import Foundation
import Testing
import Varlink

/// Every method that takes no key is called, by its verb where it has one of its own, on a house with a schedule in force.
/// Those that take a key are all called in `RepeatedCallTests`.
@Suite("Every verb that reads")
struct ReadingVerbTests {
  /// What the verb is shown to have called by: the fields of the method's reply, or a text of its own form.
  private enum Sign {
    case reply
    case text(String)
  }

  private typealias Row = (method: String, words: [String], sign: Sign)

  /// A subscription never ends: `EventTests` follow it.
  private static let elsewhere: Set<String> = ["Service.Monitor"]

  private static let plain: [Row] = [
    ("Service.GetStatus", ["status"], .reply), ("Service.WhoAmI", ["whoami"], .reply),
    ("Service.Check", ["check"], .reply),
    ("Service.ListIdentifiers", ["__complete", "session", "show", "se-"], .text("se-")),
    ("Docket.List", ["docket"], .reply), ("Docket.Export", ["docket", "--format", "csv"], .text("outcome")),
    ("Docket.ListNotices", ["notice", "list"], .reply), ("Registry.ListImports", ["import", "list"], .reply),
    ("Registry.ListReviews", ["review", "list"], .reply),
    ("Registry.GetImportTemplate", ["import", "rooms", "--template"], .text("Nama Ruang")),
    ("Registry.ListRoles", ["role", "list"], .reply), ("Registry.ListInmates", ["inmate", "list"], .reply),
    // Asked by every verb that takes a number in place of an id; none shows its reply.
    ("Registry.FindInmates", ["call", "org.bankum.Registry.FindInmates", #"{"text":"A.III.1/2026"}"#], .reply),
    ("Registry.ShowInmate", ["inmate", "show", "A.III.1/2026"], .reply),
    ("Registry.ListTerms", ["term", "list"], .reply),
    ("Registry.ListHearings", ["hearing", "list"], .reply), ("Registry.ListCases", ["case", "list"], .reply),
    ("Registry.ShowCase", ["case", "show", "12/Pid.B/2026"], .reply),
    ("Registry.ListKeepApart", ["keepapart", "list"], .reply), ("Registry.ListPartners", ["partner", "list"], .reply),
    ("Registry.ListAdvocates", ["advocate", "list"], .reply),
    ("Registry.ListAvailability", ["availability", "list"], .reply),
    ("Registry.ListMandates", ["mandate", "list"], .reply), ("Registry.ListRooms", ["room", "list"], .reply),
    ("Registry.ListBlocks", ["block", "list"], .reply), ("Registry.ListCalendar", ["calendar", "list"], .reply),
    ("Registry.ListTraining", ["training", "list"], .reply), ("Registry.ListRules", ["rule", "list"], .reply),
    ("Registry.ShowRule", ["rule", "show", "detention.new.A.V.extension"], .reply),
    ("Schedule.ShowPlan", ["plan", "show"], .reply), ("Schedule.ListRuns", ["run", "list"], .reply),
    ("Schedule.ListSessions", ["session", "list"], .reply), ("Schedule.ListEducation", ["education", "list"], .reply),
    ("Requests.List", ["request", "list"], .reply), ("Requests.ListQueue", ["queue"], .reply),
  ]

  /// Those that show one thing, by the list in which it is found.
  private static let single: [(method: String, words: [String], list: [String], things: String, id: String, Sign)] = [
    ("Registry.ShowReview", ["review", "show"], ["review", "list"], "reviews", "review", .reply),
    ("Schedule.Explain", ["explain"], ["request", "list"], "requests", "id", .reply),
    ("Schedule.ShowRun", ["run", "show"], ["run", "list"], "runs", "id", .reply),
    ("Schedule.ReplayRun", ["run", "replay"], ["run", "list"], "runs", "id", .reply),
    ("Schedule.ExportRun", ["run", "export"], ["run", "list"], "runs", "id", .text("requests")),
    ("Schedule.ShowSession", ["session", "show"], ["session", "list"], "sessions", "id", .reply),
    ("Requests.Get", ["request", "show"], ["request", "list"], "requests", "id", .reply),
  ]

  /// The methods without a key, with the fields of their replies; whether each is always there.
  private static func methods() throws -> [String: [String: Bool]] {
    var found: [String: [String: Bool]] = [:]
    for definition in BankumInterfaces.all {
      for member in try InterfaceParser.parse(definition.text).members {
        guard case .method(let input, let output) = member.declaration,
          !input.contains(where: { $0.name == "idempotencyKey" })
        else { continue }
        var fields: [String: Bool] = [:]
        for field in output {
          if case .optional = field.type { fields[field.name] = false } else { fields[field.name] = true }
        }
        found["\(definition.name.dropFirst("org.bankum.".count)).\(member.name)"] = fields
      }
    }
    return found
  }

  @Test("every method without a key has its verb here")
  func complete() throws {
    let named = Self.plain.map(\.method) + Self.single.map(\.method)
    #expect(Set(named).union(Self.elsewhere) == Set(try Self.methods().keys))
    #expect(Set(named).count == named.count)
  }

  @Test("is run, ends with 0 and shows the reply of its method")
  func everyVerb() throws {
    let daemon = try PrivateDaemon()
    try RegisterMethodTests.load(daemon)
    try EducationMethodTests.loadPeople(daemon)
    for (method, parameters) in [
      ("Schedule.Assign", #"{"effort":2}"#), ("Schedule.PublishPlan", "{}"),
      ("Registry.Import", try Self.population()),
    ] {
      let outcome = try daemon.ctl("call", "org.bankum.\(method)", parameters, "--lang", "en")
      #expect(outcome.status == 0, "\(method): \(outcome.errors)")
    }
    var rows = Self.plain
    for (method, words, list, things, id, sign) in Self.single {
      let found = try daemon.ctl(words: list + ["--json=short"]).json()[things] as? [[String: Any]]
      let name = try #require(found?.first?[id] as? String, "\(list)")
      rows.append((method, words + [name], sign))
    }
    let methods = try Self.methods()
    for (method, words, sign) in rows {
      switch sign {
      case .text(let text):
        let outcome = try daemon.ctl(words: words)
        #expect(outcome.status == 0 && outcome.output.contains(text), "\(method): \(outcome.errors)\(outcome.output)")
      case .reply:
        let outcome = try daemon.ctl(words: words + ["--json=short"])
        let fields = try #require(methods[method])
        let keys = Set(try outcome.json().keys)
        #expect(
          outcome.status == 0 && keys.isSubset(of: fields.keys)
            && keys.isSuperset(of: fields.filter(\.value).map(\.key)) && !keys.isEmpty,
          "\(method): \(outcome.status) \(keys) \(outcome.errors)")
      }
    }
  }

  /// Everybody who is here but one: that is for the review.
  private static func population() throws -> String {
    var rows = "NO REG;Nama;Tgl Masuk\n"
    for number in 1...3 { rows += "A.III.\(number)/2026;CONTOH REKAAN \(number);01/10/2026\n" }
    for number in 10..<39 { rows += "A.III.\(number)/2026;CONTOH REKAAN \(number);01/09/2026\n" }
    let file = ["kind": "inmates", "name": "penghuni.csv", "content": Data(rows.utf8).base64EncodedString()]
    let parameters: [String: Any] = ["files": [file], "scope": "full", "departures": 1]
    return String(decoding: try JSONSerialization.data(withJSONObject: parameters, options: .sortedKeys), as: UTF8.self)
  }
}
