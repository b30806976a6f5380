import BankumAPI
import BankumOffice
import BankumStore
import BankumWords
import JSON
import Varlink

/// The reply of a method that writes. Only `Desk.write` makes one, and the rows of those methods take nothing else.
struct Written<Method: KeyedMethod>: Sendable {
  /// The reply as it goes over the wire, the first time and each time that the call is repeated.
  let reply: PreparedReply<Method.Output>

  fileprivate init(_ bytes: [UInt8]) {
    reply = PreparedReply(bytes: bytes)
  }
}

extension Desk {
  /// A call that writes, as the use cases want it.
  struct WriteContext<Value: Sendable>: Sendable {
    let office: Office
    let scope: Scope
    let language: Language
    /// What the use case needs beside its values: it keeps the reply with the key of the call.
    let order: WriteOrder<Value>
  }

  /// Answers a call of a method that writes. A call that carries a key and was answered before gets the reply of the first,
  /// byte by byte, and nothing else is done: neither are its parameters read.
  ///
  /// Texts in a reply stay in the language of the first call: a reply that is repeated is that reply, not another one.
  /// - Parameters:
  ///   - language: the language that the caller asked for; nil for the daemon's.
  ///   - languageField: the parameter that asked for it. It is no part of what makes two calls the same.
  ///   - compared: what makes two calls the same, for parameters that are too large to be compared; nil: all of them.
  ///   - reply: the reply, of what the use case returned and of nothing else; made inside the transaction.
  ///   - body: reads the parameters and calls the use case.
  /// - Throws: the errors of `org.bankum.Service`.
  static func write<Method: KeyedMethod, Value: Sendable>(
    _ daemon: Daemon, _ method: Method.Type, _ input: Method.Input, _ caller: Caller, language: String?,
    languageField: String = "language", compared: JSONObject? = nil,
    reply: @escaping @Sendable (Value, Language) -> Method.Output,
    _ body: @Sendable (WriteContext<Value>) async throws -> Value
  ) async throws(VarlinkError) -> Written<Method> {
    let chosen = try Self.language(language, daemon)
    guard let scope = caller.scope else { throw .permissionDenied }
    var parameters = compared ?? input.jsonObject
    let key = try Self.key(parameters["idempotencyKey"])
    parameters["idempotencyKey"] = nil
    parameters[languageField] = nil
    let texts = parameters
    let order = WriteOrder<Value>(scope, method: Method.name, key: key, parameters: .object(parameters)) {
      PreparedReply(reply($0, chosen)).bytes
    }
    let context = WriteContext(office: daemon.office, scope: scope, language: chosen, order: order)
    do {
      let bytes = try await Register.$user.withValue(scope.uid) {
        try await daemon.office.reply(to: order) {
          try TypedTexts.check(texts)
          return try await body(context)
        }
      }
      return Written(bytes)
    } catch {
      throw Fault.error(error, in: chosen, key: key, daemon: daemon)
    }
  }

  /// The same for a reply without texts.
  static func write<Method: KeyedMethod, Value: Sendable>(
    _ daemon: Daemon, _ method: Method.Type, _ input: Method.Input, _ caller: Caller, language: String?,
    compared: JSONObject? = nil, reply: @escaping @Sendable (Value) -> Method.Output,
    _ body: @Sendable (WriteContext<Value>) async throws -> Value
  ) async throws(VarlinkError) -> Written<Method> {
    try await write(
      daemon, method, input, caller, language: language, compared: compared, reply: { value, _ in reply(value) }, body)
  }

  /// A key is 1 to 64 visible ASCII characters: it is kept for a month, and shown when an outcome is unknown.
  private static func key(_ value: JSONValue?) throws(VarlinkError) -> String? {
    guard case .string(let key)? = value else { return nil }
    guard (1...64).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .invalidParameter("idempotencyKey")
    }
    return key
  }
}
