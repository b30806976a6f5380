import BankumOffice
import Varlink

extension KeyedMethodRow where Access == BankumControl.Access, Caller == BankumControl.Caller {
  /// A row of a method that writes, for whoever holds one of these roles.
  static func write(
    _ roles: Set<Role>, _ daemon: Daemon,
    _ body: @escaping @Sendable (Daemon, Method.Input, Caller) async throws(VarlinkError) -> Written<Method>
  ) -> Self {
    KeyedMethodRow(.roles(roles)) { (input, caller, _) async throws(VarlinkError) in
      try await body(daemon, input, caller).reply
    }
  }

  /// The same for a method that tells how it goes.
  static func write(
    _ roles: Set<Role>, _ daemon: Daemon,
    _ body:
      @escaping @Sendable (Daemon, Method.Input, Caller, ReplyStream<Method.Output>) async throws(VarlinkError) ->
      Written<Method>
  ) -> Self {
    KeyedMethodRow(.roles(roles)) { (input, caller, replies) async throws(VarlinkError) in
      try await body(daemon, input, caller, replies).reply
    }
  }
}

extension MethodRow where Access == BankumControl.Access, Caller == BankumControl.Caller {
  /// A handler of a method: it unpacks, asks one use case, packs.
  typealias Body = @Sendable (Daemon, Method.Input, Caller) async throws(VarlinkError) -> Method.Output
  /// A handler that tells how it goes before it answers.
  typealias ToldBody =
    @Sendable (Daemon, Method.Input, Caller, ReplyStream<Method.Output>) async throws(VarlinkError) -> Method.Output

  /// A row for whoever holds one of these roles.
  static func later(_ roles: Set<Role>, _ daemon: Daemon, _ body: @escaping Body) -> Self {
    MethodRow(
      .roles(roles),
      .later { (input, caller) async throws(VarlinkError) in try await body(daemon, input, caller) })
  }

  /// The same for a method that is answered at once when what is in memory is enough.
  static func promptly(
    _ roles: Set<Role>, _ daemon: Daemon,
    _ quick: @escaping @Sendable (Daemon, Method.Input, Caller) throws(VarlinkError) -> PreparedReply<Method.Output>?,
    orLater body: @escaping Body
  ) -> Self {
    MethodRow(
      .roles(roles),
      .promptly(
        { (input, caller) throws(VarlinkError) in try quick(daemon, input, caller) },
        orLater: { (input, caller) async throws(VarlinkError) in try await body(daemon, input, caller) }))
  }

  /// The same for a method that tells how it goes.
  static func progress(_ roles: Set<Role>, _ daemon: Daemon, _ body: @escaping ToldBody) -> Self {
    MethodRow(
      .roles(roles),
      .progress { (input, caller, replies) async throws(VarlinkError) in
        try await body(daemon, input, caller, replies)
      })
  }
}
