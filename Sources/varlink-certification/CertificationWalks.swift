import JSON
import Synchronization
import Varlink

/// The walks under way: which step each client has to take next.
final class CertificationWalks: Sendable {
  private struct State {
    var nextSteps: [String: Int] = [:]
    /// The oldest first.
    var clients: [String] = []
  }

  /// The most walks at once; the oldest is forgotten first, so that clients that never end take no memory.
  static let limit = 1_000
  /// The steps are in the order in which the interface declares them.
  private static let steps = CertificationInterface.methodNames

  private let state = Mutex(State())
  private let makeClient: @Sendable () -> String

  /// - Parameter makeClient: makes a name that nobody guesses.
  init(makeClient: @escaping @Sendable () -> String) {
    self.makeClient = makeClient
  }

  /// Begins a walk.
  func start(_ context: CallContext) throws(VarlinkError) -> String {
    try compare(
      VarlinkCall(method: CertificationInterface.Start.name),
      VarlinkCall(method: CertificationInterface.Start.name, mode: context.mode))
    let client = makeClient()
    state.withLock { state in
      state.nextSteps[client] = 1
      state.clients.append(client)
      if state.clients.count > Self.limit { state.nextSteps[state.clients.removeFirst()] = nil }
    }
    return client
  }

  /// Takes a step: it must be the next one of its walk and have the input that the walk has there.
  ///
  /// A walk ends with its last step, and with one that is wrong.
  /// - Throws: ClientIdError, CertificationError.
  func step<Method: VarlinkMethod>(
    _ method: Method.Type, of client: String, wants: Method.Input, got: Method.Input, wantsMode: VarlinkCall.Mode,
    mode: VarlinkCall.Mode
  ) throws(VarlinkError) where Method.Input: Equatable {
    let position = state.withLock { state in
      let position = state.nextSteps.removeValue(forKey: client)
      if let position, Self.steps[position] == Method.name, wantsMode == mode, wants == got,
        position + 1 < Self.steps.count
      {
        state.nextSteps[client] = position + 1
      } else {
        state.clients.removeAll { $0 == client }
      }
      return position
    }
    guard let position else { throw VarlinkError(CertificationInterface.ClientIdError()) }
    let call = VarlinkCall(method: Method.name, parameters: got.jsonObject, mode: mode)
    if Self.steps[position] != Method.name { try compare(VarlinkCall(method: Self.steps[position]), call) }
    try compare(VarlinkCall(method: Method.name, parameters: wants.jsonObject, mode: wantsMode), call)
  }

  private func compare(_ wants: VarlinkCall, _ got: VarlinkCall) throws(VarlinkError) {
    guard wants != got else { return }
    throw VarlinkError(CertificationInterface.CertificationError(wants: wants.object, got: got.object))
  }
}

extension VarlinkCall {
  /// The call as the JSON that it is on the wire.
  fileprivate var object: JSONObject {
    var object: JSONObject = ["method": .string(method)]
    if !parameters.isEmpty { object["parameters"] = .object(parameters) }
    switch mode {
    case .single: break
    case .more: object["more"] = .bool(true)
    case .oneway: object["oneway"] = .bool(true)
    }
    return object
  }
}
