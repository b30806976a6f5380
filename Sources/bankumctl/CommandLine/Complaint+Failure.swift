import BankumAPI
import BankumClient
import BankumWords
import Glibc
import JSON
import Varlink

extension Complaint {
  /// So many problems of a file are told to people; programs get all of them.
  private static let mostProblems = 100

  /// What to say of a call that came to nothing, with a next step that works.
  /// - Parameter seconds: How long the call was waited for.
  init(
    _ failure: ClientFailure, method: String, verb: String, endpoint: Endpoint, isRoot: Bool, seconds: Int = 45
  ) {
    let status = ExitStatus(failure)
    switch failure {
    case .unreachable(let address, let number):
      self.init(unreachable: address.isAbstract ? "@" + address.path : address.path, number, status: status)
    case .timedOut:
      self.init(.clientTimedOut(seconds: seconds), hint: .clientTimedOutHint, status: status)
    case .lost:
      self.init(.clientConnectionLost, hint: .clientTimedOutHint, status: status)
    case .notBankum:
      self.init(.clientNotVarlink(path: endpoint.text), status: status)
    case .shellMissing:
      self.init(.clientSshMissing, hint: .clientSshMissingHint, status: status)
    case .shell(let host, let shellStatus):
      self.init(
        .clientSshFailed(host: host, status: Int(shellStatus)), hint: .clientSshFailedHint(host: host), status: status)
    case .outcomeUnknown(let key):
      self.init(.errorOutcomeUnknown(key: key), hint: .clientAskAgain(key: key), status: status)
      object = [
        "error": .string(ServiceInterface.OutcomeUnknown.errorName),
        "parameters": .object(["idempotencyKey": .string(key)]),
      ]
    case .error(let error):
      self.init(error, method: method, verb: verb, endpoint: endpoint, isRoot: isRoot)
      object = ["error": .string(error.name), "parameters": .object(error.parameters)]
    }
  }

  private init(unreachable path: String, _ number: Int32, status: ExitStatus) {
    let isStandard = path == Endpoint.standardSocket
    switch number {
    case ENOENT:
      self.init(
        .clientSocketMissing(path: path),
        hint: isStandard ? .clientSocketMissingHint : .clientSocketMissingHintPrivate(path: path), status: status)
    case ECONNREFUSED:
      self.init(
        .clientConnectionRefused(path: path),
        hint: isStandard ? .clientConnectionRefusedHint : .clientSocketMissingHintPrivate(path: path), status: status)
    case EACCES, EPERM:
      self.init(.clientSocketForbidden(path: path), hint: .clientSocketForbiddenHint(path: path), status: status)
    case ENOTSOCK, EPROTOTYPE:
      self.init(.clientNotASocket(path: path), status: status)
    default:
      self.init(
        .clientConnectionFailed(path: path, reason: String(cString: strerror(number))),
        hint: .clientTimedOutHint, status: status)
    }
  }

  private init(_ error: VarlinkError, method: String, verb: String, endpoint: Endpoint, isRoot: Bool) {
    let status = ExitStatus(error)
    if let invalid = ServiceInterface.Invalid(error) {
      let told = invalid.problems.prefix(Self.mostProblems)
      var details = told.map { problem -> Message in
        guard let value = problem.value else {
          return .errorInvalidPlace(place: problem.place, expected: problem.expected)
        }
        return .errorInvalidValue(place: problem.place, value: value, expected: problem.expected)
      }
      let more = invalid.problems.count - told.count
      if more > 0 { details.append(.errorInvalidMore(count: more)) }
      self.init(
        .errorInvalid(problems: invalid.problems.count), details: details, status: status)
    } else if let denied = ServiceInterface.NotPermitted(error) {
      self.init(
        .errorNotPermitted(method: denied.method, needed: denied.needs, held: denied.has), hint: .clientWhoamiHint,
        status: status)
    } else if let missing = ServiceInterface.NotFound(error) {
      let kind = Message.named("kind.\(missing.kind)") ?? .kindThing
      self.init(
        missing.id.isEmpty ? .errorNotFoundNone(kind: kind) : .errorNotFound(kind: kind, id: missing.id),
        status: status)
    } else if let refused = ServiceInterface.Refused(error) {
      self.init(.errorRefused(rule: refused.rule), details: Self.lines(refused.text), status: status)
    } else if let busy = ServiceInterface.Busy(error) {
      self.init(.errorBusy, details: Self.lines(busy.what), status: status)
    } else if let unknown = ServiceInterface.OutcomeUnknown(error) {
      self.init(
        .errorOutcomeUnknown(key: unknown.idempotencyKey), hint: .clientAskAgain(key: unknown.idempotencyKey),
        status: status)
    } else if let early = ServiceInterface.NotReady(error) {
      self.init(
        .errorNotReady(state: .serviceState(early.state)), hint: .clientHint(command: "bankumctl wait"), status: status)
    } else if ServiceInterface.Failed(error) != nil {
      self.init(.errorFailed, hint: .errorFailedHint, status: status)
    } else if ServiceInterface.StorageFull(error) != nil {
      self.init(.errorStorageFull, hint: .errorStorageFullHint, status: status)
    } else {
      self.init(protocol: error, method: method, verb: verb, endpoint: endpoint, isRoot: isRoot, status: status)
    }
  }

  /// The lines of a text of the service, which may have several.
  private static func lines(_ text: String) -> [Message] {
    text.split(separator: "\n").map { .errorText(text: String($0)) }
  }

  private init(
    protocol error: VarlinkError, method: String, verb: String, endpoint: Endpoint, isRoot: Bool, status: ExitStatus
  ) {
    func text(_ name: String) -> String {
      if case .string(let text)? = error.parameters[name] { return text }
      return ""
    }
    switch error {
    case .permissionDenied:
      // Root is always an operator of a daemon that systemd runs, and those may use this verb.
      let rootMay = !isRoot && endpoint == Endpoint.standard && verb != "call"
      self.init(
        .errorPermissionDenied(method: method),
        hint: rootMay ? .clientHint(command: "sudo bankumctl \(verb)") : .clientWhoamiHint, status: status)
    case .expectedMore:
      self.init(
        .errorExpectedMore(method: method), hint: .clientHint(command: "bankumctl call --more \(method)"),
        status: status)
    case .interfaceNotFound(text("interface")):
      self.init(.errorInterfaceNotFound(interface: text("interface")), hint: .clientInfoHint, status: status)
    case .methodNotFound(text("method")):
      self.init(.errorMethodNotFound(method: text("method")), hint: .clientInfoHint, status: status)
    case .methodNotImplemented(text("method")):
      self.init(.errorMethodNotImplemented(method: text("method")), status: status)
    case .invalidParameter(text("parameter")):
      self.init(.errorInvalidParameter(parameter: text("parameter")), status: status)
    default:
      self.init(.errorUnknown(name: error.name), status: status)
    }
  }
}

extension Endpoint {
  /// The system's daemon on this machine.
  static let standard: Endpoint? = (try? VarlinkAddress(standardSocket)).map { .socket($0) }

  var text: String {
    switch self {
    case .socket(let address): address.isAbstract ? "@" + address.path : address.path
    case .host(let host): host
    }
  }
}

extension Message {
  /// The state of the service in words.
  static func serviceState(_ state: ServiceState) -> Message {
    switch state {
    case .starting: .stateStarting
    case .running: .stateReady
    case .reloading: .stateReloading
    case .stopping: .stateStopping
    }
  }
}
