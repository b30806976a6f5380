/// A row for a method that takes an idempotency key: it answers with bytes that can be kept and given again, so a handler
/// that makes its reply anew at each call does not fit in.
public struct KeyedMethodRow<Method: KeyedMethod, Access: Sendable, Caller: Sendable>: Sendable {
  /// A handler; it may tell how it goes to callers that asked for `more`.
  public typealias Body =
    @Sendable (Method.Input, Caller, ReplyStream<Method.Output>) async throws(VarlinkError) ->
    PreparedReply<Method.Output>

  /// Who may call the method.
  public let access: Access
  private let body: Body

  /// Makes a row.
  public init(_ access: Access, _ body: @escaping Body) {
    self.access = access
    self.body = body
  }

  /// The row with its types forgotten, for lists.
  public var erased: AnyMethodRow<Access, Caller> {
    AnyMethodRow(name: Method.name, access: access) { admit in served(admit: admit) }
  }

  private func served(
    admit: @escaping @Sendable (Access, CallContext) throws(VarlinkError) -> Caller
  ) -> ServedMethod {
    let (access, body) = (access, body)
    return ServedMethod(
      name: Method.name,
      answer: .later { (parameters, context, sink) async throws(VarlinkError) in
        let caller = try admit(access, context)
        let replies = ReplyStream<Method.Output>(sink: sink, isWanted: context.mode == .more)
        return try await body(try ServedMethod.decode(parameters), caller, replies).bytes
      })
  }
}
