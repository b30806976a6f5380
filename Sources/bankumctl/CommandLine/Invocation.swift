import BankumAPI
import BankumClient
import BankumWords
import JSON
import Varlink

/// One run of the program: what was asked for, the way to the daemon, and where output goes.
final class Invocation {
  let verb: VerbDescription
  let options: [String: String]
  /// All values of options that may be repeated, in order.
  let repeated: [String: [String]]
  let arguments: [String]
  let output: Output
  let endpoint: Endpoint
  private let settings: Settings

  /// What the surroundings decide: the environment and the terminal.
  struct Settings: Sendable {
    var environment: [String: String]
    var userID: UInt32
  }

  init(
    verb: VerbDescription, parsed: ParsedArguments, output: Output, endpoint: Endpoint, settings: Settings
  ) {
    self.verb = verb
    options = parsed.options
    repeated = parsed.repeated
    arguments = parsed.arguments
    self.output = output
    self.endpoint = endpoint
    self.settings = settings
  }

  /// How many seconds one call may take.
  var timeout: Int { max(1, number(GlobalOptions.timeout.key) ?? 45) }

  /// The key of the write: one of its own, or that of an earlier call whose outcome is not known.
  private var key: String { options[GlobalOptions.key.key] ?? IdempotencyKey.make() }

  /// The way to the daemon, opened with the first call.
  private(set) lazy var connection: BankumConnection = {
    let connection = BankumConnection(endpoint, timeout: .seconds(timeout))
    // The connection is this one's own and never outlives it.
    connection.retrying = { [unowned self] key in tell(.clientRetrying(key: key)) }
    return connection
  }()

  /// The language of texts: the option, the locale, what the daemon is set to, Indonesian.
  private(set) lazy var language: Language = Self.chosenLanguage(options, settings.environment) ?? daemonLanguage()

  /// The language if nobody needs to be asked for it.
  static func chosenLanguage(_ options: [String: String], _ environment: [String: String]) -> Language? {
    if let option = options["--lang"].flatMap(Language.init(rawValue:)) { return option }
    return Language.fromLocale { environment[$0] }
  }

  private func daemonLanguage() -> Language {
    let identity = try? connection.call(ServiceInterface.WhoAmI.name)
    guard case .string(let code)? = identity?["language"] else { return .indonesian }
    return Language(rawValue: code) ?? .indonesian
  }

  // MARK: Calls

  /// Calls a method that reads.
  /// - Throws: `Complaint`.
  func call<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input
  ) throws(Complaint) -> Reply<Method.Output> {
    do throws(ClientFailure) {
      return try Reply(try connection.call(Method.name, input.jsonObject), of: Method.name)
    } catch {
      throw complaint(error, method: Method.name)
    }
  }

  /// Calls a method that writes, with a key of its own.
  /// - Throws: `Complaint`.
  func write<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input
  ) throws(Complaint) -> Reply<Method.Output> {
    do throws(ClientFailure) {
      return try Reply(try connection.write(Method.name, input.jsonObject, key: key), of: Method.name)
    } catch {
      throw complaint(error, method: Method.name)
    }
  }

  /// Calls a method that writes and tells how it goes; the last reply is the answer. A lost answer is asked for again
  /// with the same key, without progress.
  /// - Throws: `Complaint`.
  func writeWithProgress<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input, each: (Method.Output) -> Void
  ) throws(Complaint) -> Reply<Method.Output> {
    let key = key
    var parameters = input.jsonObject
    parameters["idempotencyKey"] = .string(key)
    var last: JSONObject?
    do throws(ClientFailure) {
      do throws(ClientFailure) {
        try connection.stream(Method.name, parameters) { reply, continues in
          if continues {
            if let output = try? Method.Output(object: reply, mode: .lenient) { each(output) }
          } else {
            last = reply
          }
          return true
        }
      } catch {
        guard connection.leavesOutcomeOpen(error) else { throw error }
        connection.close()
        tell(.clientRetrying(key: key))
        last = try connection.write(Method.name, input.jsonObject, key: key)
      }
      return try Reply(last ?? [:], of: Method.name)
    } catch {
      output.progress(nil)
      throw complaint(error, method: Method.name)
    }
  }

  /// Calls a method that reads and answers in several replies: each of them, and whether more follow.
  /// - Throws: `Complaint`.
  func stream<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input, each: (Reply<Method.Output>, Bool) -> Void
  ) throws(Complaint) {
    var fault: ClientFailure?
    do throws(ClientFailure) {
      try connection.stream(Method.name, input.jsonObject) { object, continues in
        do throws(ClientFailure) {
          each(try Reply(object, of: Method.name), continues)
          return true
        } catch {
          fault = error
          return false
        }
      }
      if let fault { throw fault }
    } catch {
      output.progress(nil)
      throw complaint(error, method: Method.name)
    }
  }

  /// What to say of a call that came to nothing.
  func complaint(_ failure: ClientFailure, method: String) -> Complaint {
    Complaint(
      failure, method: method, verb: verb.name, endpoint: endpoint, isRoot: settings.userID == 0, seconds: timeout)
  }

  // MARK: Output

  /// A line on standard error.
  func tell(_ message: Message) {
    output.error(message.terminalText(in: language))
  }

  /// A line on standard output.
  func say(_ message: Message) {
    output.line(message.terminalText(in: language))
  }
}

/// A reply in both of its forms: as it came, for `--json`, and as the value it is, for tables.
struct Reply<Output: VarlinkStructure>: Sendable {
  let json: JSONObject
  let value: Output

  init(_ json: JSONObject, of method: String) throws(ClientFailure) {
    self.json = json
    do throws(VarlinkReadFault) {
      value = try Output(object: json, mode: .lenient)
    } catch {
      throw .notBankum("\(method): \(error.parameter)")
    }
  }
}
