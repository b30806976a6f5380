import BankumAPI
import BankumClient
import BankumWords
import Glibc
import Varlink

/// `bankumctl`: reads the command line, runs a verb, and turns what comes of it into an exit status.
@main
enum BankumControlProgram {
  static func main() {
    StandardStreams.reserve()
    let environment = Surroundings.environment()
    let status = run(Array(CommandLine.arguments.dropFirst()), environment: environment, userID: geteuid())
    exit(status.rawValue)
  }

  static func run(_ words: [String], environment: [String: String], userID: UInt32) -> ExitStatus {
    let parsed: ParsedArguments
    do throws(Complaint) {
      parsed = try ParsedArguments(words, verbs: Verbs.all)
    } catch {
      // The options may be what is wrong, so the language is that of the locale.
      let output = Output(options: [:], environment: environment)
      let option = words.firstIndex(of: "--lang").flatMap { words.dropFirst($0 + 1).first }
      let attached = words.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
      let options = (attached ?? option).map { ["--lang": $0] } ?? [:]
      return explain(error, output, Invocation.chosenLanguage(options, environment) ?? .indonesian)
    }
    let output = Output(options: parsed.options, environment: environment)
    defer { output.finish() }
    if parsed.options["--version"] != nil {
      output.line("bankumctl \(bankumVersion)")
      return .done
    }
    return run(parsed, output, Invocation.Settings(environment: environment, userID: userID))
  }

  private static func run(
    _ parsed: ParsedArguments, _ output: Output, _ settings: Invocation.Settings
  ) -> ExitStatus {
    let named = parsed.verb.flatMap { name in Verbs.all.first { $0.name == name } }
    let asksForHelp = parsed.options["--help"] != nil
    guard let verb = asksForHelp || named == nil ? Verbs.help : named else { return .internal }
    let undecided = Invocation.chosenLanguage(parsed.options, settings.environment) ?? .indonesian
    let endpoint: Endpoint
    do throws(Complaint) {
      endpoint = try Self.endpoint(parsed.options, settings.environment)
    } catch {
      return explain(error, output, undecided)
    }
    let invocation = Invocation(
      verb: verb, parsed: asksForHelp ? parsed.askingForHelp : parsed, output: output, endpoint: endpoint,
      settings: settings)
    do throws(Complaint) {
      if named == nil, !asksForHelp {
        try HelpVerb.run(invocation, on: nil)
        return explain(Complaint(usage: .usageMissingVerb), output, invocation.language)
      }
      return try verb.run(invocation)
    } catch {
      // A daemon that cannot be reached is not asked for its language.
      return explain(error, output, error.status == .unreachable ? undecided : invocation.language)
    }
  }

  private static func endpoint(
    _ options: [String: String], _ environment: [String: String]
  ) throws(Complaint) -> Endpoint {
    if let host = options["--host"] {
      guard options["--socket"] == nil else {
        throw Complaint(usage: .usageExcludeEachOther(first: "-H", second: "--socket"))
      }
      guard !host.isEmpty, !host.hasPrefix("-") else {
        throw Complaint(usage: .usageMissingValue(option: "-H"))
      }
      return .host(host)
    }
    let variable = environment["BANKUM_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
    let text = options["--socket"] ?? variable ?? Endpoint.standardSocket
    do throws(VarlinkAddress.Fault) {
      return .socket(try VarlinkAddress(path: text))
    } catch {
      switch error.code {
      case .tooLong:
        throw Complaint(.clientSocketPathTooLong(path: text, limit: VarlinkAddress.longestPath), status: .usage)
      case .empty: throw Complaint(usage: .usageMissingValue(option: "--socket"))
      case .setting, .unknownScheme:
        throw Complaint(usage: .usageBadValue(option: "--socket", value: text, expected: .typePath))
      }
    }
  }

  /// Says what went wrong on standard error.
  private static func explain(_ complaint: Complaint, _ output: Output, _ language: Language) -> ExitStatus {
    if output.isJSON, let object = complaint.object { output.json(object) }
    output.error("bankumctl: " + complaint.message.terminalText(in: language))
    for detail in complaint.details { output.error("  " + detail.terminalText(in: language)) }
    if let hint = complaint.hint { output.error(hint.terminalText(in: language)) }
    return complaint.status
  }
}
