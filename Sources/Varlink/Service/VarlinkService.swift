import JSON

/// A service without a transport: interfaces, their methods, and `org.varlink.service`, which every service has.
public struct VarlinkService: Sendable {
  /// What is to be done with a call.
  public enum Dispatch: Sendable {
    /// It is answered.
    case reply(Result<[UInt8], VarlinkError>)
    /// It is answered by these bytes once the gate is open.
    case held([UInt8], ReplyGate)
    /// It is answered by this work, in a task of its own. A subscription does not end by itself: a service that
    /// stops cancels it.
    case work(@Sendable (any ReplySink) async throws(VarlinkError) -> [UInt8], isSubscription: Bool)
  }

  /// What `GetInfo` answers.
  public let information: ServiceInformation
  /// The names of the interfaces, sorted, `org.varlink.service` among them.
  public let interfaceNames: [String]
  private let texts: [String: String]
  private let methods: [String: ServedMethod]
  /// The full names of all methods of the interfaces: known before a call asks, which then costs no parsing.
  private let declaredMethods: Set<String>
  private let informationReply: [UInt8]

  /// Makes a service.
  /// - Parameters:
  ///   - interfaces: the names and the texts of the definitions.
  ///   - methods: the methods that are served; of a name given twice the last counts. A method that an interface
  ///     declares and that is not here is answered with MethodNotImplemented.
  public init(information: ServiceInformation, interfaces: [(name: String, text: String)], methods: [ServedMethod]) {
    let declared = interfaces.flatMap { interface in
      (try? InterfaceParser.parse(interface.text))?.methodNames.map { "\(interface.name).\($0)" } ?? []
    }
    self.init(information, interfaces, methods, declared: declared)
  }

  private init(
    _ information: ServiceInformation, _ interfaces: [(name: String, text: String)], _ methods: [ServedMethod],
    declared: [String]
  ) {
    self.information = information
    var texts = [ServiceInterface.name: ServiceInterface.text]
    for interface in interfaces { texts[interface.name] = interface.text }
    self.texts = texts
    interfaceNames = texts.keys.sorted()
    self.methods = Dictionary(methods.map { ($0.name, $0) }) { $1 }
    declaredMethods = Set(declared)
    informationReply = ServiceInterface.information(information, interfaceNames)
  }

  /// Makes a service of generated interfaces.
  public init(
    information: ServiceInformation, definitions: [any VarlinkInterfaceDefinition.Type], methods: [ServedMethod]
  ) {
    self.init(
      information, definitions.map { ($0.name, $0.text) }, methods, declared: definitions.flatMap { $0.methodNames })
  }

  /// Finds what answers a call.
  public func dispatch(_ call: VarlinkCall, from peer: PeerIdentity) -> Dispatch {
    do throws(VarlinkError) {
      if call.method == ServiceInterface.getInfo {
        try ServiceInterface.expectNoParameters(call.parameters)
        return .reply(.success(informationReply))
      }
      guard let method = methods[call.method] else { return .reply(.success(try builtIn(call))) }
      if method.requiresMore, call.mode != .more { throw .expectedMore }
      let context = CallContext(peer: peer, mode: call.mode)
      switch method.answer {
      case .immediate(let body): return .reply(.success(try body(call.parameters, context)))
      case .promptly(let quick, let body):
        if let (bytes, gate) = try quick(call.parameters, context) {
          return gate.map { .held(bytes, $0) } ?? .reply(.success(bytes))
        }
        return Self.work(body, call.parameters, context, isSubscription: false)
      case .later(let body):
        return Self.work(body, call.parameters, context, isSubscription: method.requiresMore)
      }
    } catch {
      return .reply(.failure(error))
    }
  }

  private static func work(
    _ body: @escaping @Sendable (JSONObject, CallContext, any ReplySink) async throws(VarlinkError) -> [UInt8],
    _ parameters: JSONObject, _ context: CallContext, isSubscription: Bool
  ) -> Dispatch {
    .work(
      { (sink) async throws(VarlinkError) in try await body(parameters, context, sink) },
      isSubscription: isSubscription)
  }

  /// `GetInterfaceDescription`, or the error for a method that is not served.
  private func builtIn(_ call: VarlinkCall) throws(VarlinkError) -> [UInt8] {
    if call.method == ServiceInterface.getInterfaceDescription {
      let name = try ServiceInterface.interfaceParameter(call.parameters)
      guard let text = texts[name] else { throw .interfaceNotFound(name) }
      return ServiceInterface.description(text)
    }
    guard let target = call.target, texts[String(target.interface)] != nil else {
      throw .interfaceNotFound(call.target.map { String($0.interface) } ?? call.method)
    }
    guard declaredMethods.contains(call.method) else { throw .methodNotFound(call.method) }
    throw .methodNotImplemented(call.method)
  }
}
