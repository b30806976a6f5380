import BankumAPI
import BankumClient
import JSON
import Varlink

/// Asks the daemon for ids while somebody waits at the keyboard: quick or not at all, and silent.
struct KnownIdentifiers {
  /// Who waits for a completion waits no longer.
  private static let timeout = Duration.milliseconds(500)

  private let endpoint: Endpoint?

  /// - words: What is being completed: its `--socket` says whom to ask. Another machine is not asked, because ssh may
  ///   want a password.
  init(_ invocation: Invocation, _ words: [String]) {
    var endpoint: Endpoint? = invocation.endpoint
    if words.contains(where: { $0 == "-H" || $0 == "--host" || $0.hasPrefix("--host=") }) { endpoint = nil }
    let attached = words.first { $0.hasPrefix("--socket=") }.map { String($0.dropFirst(9)) }
    let behind = words.firstIndex(of: "--socket").flatMap { words.dropFirst($0 + 1).first }
    if let path = attached ?? behind { endpoint = (try? VarlinkAddress(path: path)).map { .socket($0) } }
    self.endpoint = endpoint
  }

  /// The ids of a kind that begin so; none if the daemon says nothing.
  func list(_ kind: KnownKind, beginning: String) -> [String] {
    guard case .socket? = endpoint, let endpoint else { return [] }
    let connection = BankumConnection(endpoint, timeout: Self.timeout)
    // Ids are written in capital letters behind a prefix of small ones, and typed as it comes.
    let (prefix, rest) = (beginning.prefix(3).lowercased(), beginning.dropFirst(3).uppercased())
    let input = ServiceInterface.ListIdentifiers.Input(kind: kind, beginning: prefix + rest)
    guard let reply = try? connection.call(ServiceInterface.ListIdentifiers.name, input.jsonObject),
      let output = try? ServiceInterface.ListIdentifiers.Output(object: reply, mode: .lenient)
    else { return [] }
    return output.identifiers
  }
}
