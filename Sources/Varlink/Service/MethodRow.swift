import JSON

/// A row of a routing table: one method, who may call it, how it is answered.
///
/// The generator makes a table with one row a method for each interface, so a method without a row does not
/// compile. What `Access` and `Caller` are is the service's own affair.
public struct MethodRow<Method: VarlinkMethod, Access: Sendable, Caller: Sendable>: Sendable {
  /// Who may call the method.
  public let access: Access
  /// How it is answered.
  public let handler: MethodHandler<Method, Caller>

  /// Makes a row.
  public init(_ access: Access, _ handler: MethodHandler<Method, Caller>) {
    self.access = access
    self.handler = handler
  }

  /// The row with its types forgotten, for lists.
  public var erased: AnyMethodRow<Access, Caller> {
    AnyMethodRow(name: Method.name, access: access) { admit in served(admit: admit) }
  }

  /// The method with its handler behind a door.
  /// - Parameter admit: makes a caller of the peer, or refuses; it is asked at each call, so that a right that was
  ///   taken away is gone at once. It comes before the parameters are looked at.
  func served(
    admit: @escaping @Sendable (Access, CallContext) throws(VarlinkError) -> Caller
  ) -> ServedMethod {
    let access = access
    switch handler {
    case .immediate(let body):
      return ServedMethod(
        name: Method.name,
        answer: .immediate { (parameters, context) throws(VarlinkError) in
          let caller = try admit(access, context)
          return ServedMethod.encode(try body(try ServedMethod.decode(parameters), caller))
        })
    case .later(let body):
      return ServedMethod(
        name: Method.name,
        answer: .later { (parameters, context, _) async throws(VarlinkError) in
          let caller = try admit(access, context)
          return ServedMethod.encode(try await body(try ServedMethod.decode(parameters), caller))
        })
    case .promptly(let quick, let body):
      return ServedMethod(
        name: Method.name,
        answer: .promptly(
          { (parameters, context) throws(VarlinkError) in
            let caller = try admit(access, context)
            return try quick(try ServedMethod.decode(parameters), caller).map { ($0.bytes, $0.gate) }
          },
          orLater: { (parameters, context, _) async throws(VarlinkError) in
            let caller = try admit(access, context)
            return ServedMethod.encode(try await body(try ServedMethod.decode(parameters), caller))
          }))
    case .progress(let body):
      return ServedMethod(
        name: Method.name, answer: Self.streamed(access, admit, body))
    case .subscription(let body):
      return ServedMethod(
        name: Method.name, requiresMore: true, answer: Self.streamed(access, admit, body))
    }
  }

  private static func streamed(
    _ access: Access,
    _ admit: @escaping @Sendable (Access, CallContext) throws(VarlinkError) -> Caller,
    _ body:
      @escaping @Sendable (Method.Input, Caller, ReplyStream<Method.Output>) async throws(VarlinkError) ->
      Method.Output
  ) -> ServedMethod.Answer {
    .later { (parameters, context, sink) async throws(VarlinkError) in
      let caller = try admit(access, context)
      let replies = ReplyStream<Method.Output>(sink: sink, isWanted: context.mode == .more)
      return ServedMethod.encode(try await body(try ServedMethod.decode(parameters), caller, replies))
    }
  }
}

/// A row whose method is known by name only.
public struct AnyMethodRow<Access: Sendable, Caller: Sendable>: Sendable {
  /// The full name of the method.
  public let name: String
  /// Who may call it.
  public let access: Access
  private let serve: @Sendable (@escaping Admission) -> ServedMethod

  /// Makes a caller of a peer, or refuses.
  public typealias Admission = @Sendable (Access, CallContext) throws(VarlinkError) -> Caller

  init(name: String, access: Access, serve: @escaping @Sendable (@escaping Admission) -> ServedMethod) {
    self.name = name
    self.access = access
    self.serve = serve
  }

  /// The method with its handler behind a door: see `MethodRow.served`.
  public func served(admit: @escaping Admission) -> ServedMethod {
    serve(admit)
  }
}
