import BankumAPI
import Foundation
import Testing
import Varlink

/// Every list, from a daemon all of whose texts would act on a terminal.
@Suite("Lists on a terminal", .timeLimit(.minutes(1)))
struct HostileListTests {
  /// ESC, C1, a mark that turns the direction, a tag that nobody sees, behind what a spreadsheet would compute.
  private static let acting = "=a\u{1B}[2J\u{9B}2J\u{202E}\u{2066}\u{61C}\u{E0001}z"

  private static let lists: [(method: String, words: [String])] = [
    ("Registry.ListImports", ["import", "list"]), ("Registry.ListReviews", ["review", "list"]),
    ("Registry.ListRoles", ["role", "list"]), ("Registry.ListInmates", ["inmate", "list"]),
    ("Registry.ListTerms", ["term", "list"]), ("Registry.ListHearings", ["hearing", "list"]),
    ("Registry.ListCases", ["case", "list"]), ("Registry.ListKeepApart", ["keepapart", "list"]),
    ("Registry.ListPartners", ["partner", "list"]), ("Registry.ListAdvocates", ["advocate", "list"]),
    ("Registry.ListAvailability", ["availability", "list"]), ("Registry.ListMandates", ["mandate", "list"]),
    ("Registry.ListRooms", ["room", "list"]), ("Registry.ListBlocks", ["block", "list"]),
    ("Registry.ListCalendar", ["calendar", "list"]), ("Registry.ListTraining", ["training", "list"]),
    ("Registry.ListRules", ["rule", "list"]), ("Schedule.ListRuns", ["run", "list"]),
    ("Schedule.ListSessions", ["session", "list"]), ("Schedule.ListEducation", ["education", "list"]),
    ("Requests.List", ["request", "list"]), ("Requests.ListQueue", ["queue"]),
    ("Docket.ListNotices", ["notice", "list"]),
  ]

  /// A reply of the method, with every text the same and one element in every list.
  private static func reply(_ method: String) throws -> String {
    let name = method.split(separator: ".").map(String.init)
    let definition = try #require(BankumInterfaces.all.first { $0.name == "org.bankum.\(name[0])" })
    let interface = try InterfaceParser.parse(definition.text)
    func value(_ type: VarlinkType) -> Any {
      switch type {
      case .bool: true
      case .int: 1
      case .float: 0.5
      case .string: acting
      case .object: [String: Any]()
      case .named(let name):
        if case .type(let type)? = interface[name]?.declaration { value(type) } else { acting }
      case .structure(let fields): object(fields)
      case .enumeration(let values): values.first ?? ""
      case .array(let element): [value(element)]
      case .dictionary(let element): ["key": value(element)]
      case .optional(let wrapped): value(wrapped)
      }
    }
    func object(_ fields: [VarlinkField]) -> [String: Any] {
      Dictionary(fields.map { ($0.name, value($0.type)) }, uniquingKeysWith: { first, _ in first })
    }
    guard case .method(_, let output)? = interface[name[1]]?.declaration else { return "" }
    let text = try JSONSerialization.data(withJSONObject: ["parameters": object(output)], options: .sortedKeys)
    return String(decoding: text, as: UTF8.self) + "\0"
  }

  /// What a terminal gets, without what `script` itself writes.
  private static func terminal(_ socket: String, _ words: [String]) throws -> String {
    let command = ([Program.url("bankumctl").path, "--no-pager", "--socket", socket] + words)
      .map { "'\($0)'" }.joined(separator: " ")
    return try Program.shell("TERM=dumb COLUMNS=80 script -qec \"\(command)\" /dev/null </dev/null").output
  }

  /// Whether a field of a file begins as a formula does, within its quotes or without.
  private static func hasFormula(_ file: String) -> Bool {
    var isQuoted = false
    var isAtStart = true
    for character in file.unicodeScalars {
      if isAtStart, character == "=" { return true }
      if character == "\"" {
        isAtStart = !isQuoted && isAtStart
        isQuoted.toggle()
      } else {
        isAtStart = !isQuoted && (character == "," || character == ";" || character == "\n")
      }
    }
    return false
  }

  @Test("no text acts there, neither in a table nor in a file; in a file nothing is a formula")
  func everyList() throws {
    for (method, words) in Self.lists {
      let daemon = try FakeDaemon(answering: try Self.reply(method))
      for form in [[], ["--format", "csv"], ["--excel"]] {
        let shown = try Self.terminal(daemon.socket, words + form)
        let acts = shown.unicodeScalars.filter { scalar in
          scalar != "\n" && scalar != "\r"
            && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
              || scalar.properties.generalCategory == .format)
        }
        #expect(acts.isEmpty && shown.contains("a\\u{1B"), "\(words + form): \(shown.debugDescription.prefix(300))")
        if form.isEmpty { continue }
        #expect(!Self.hasFormula(shown), "\(words + form): \(shown.prefix(300))")
      }
    }
  }
}
