import BankumAPI
import BankumOffice
import BankumStore
import BankumWords
import JSON
import Varlink

/// Where a handler meets the office: it finds out for whom and in which language, and turns what goes wrong into the
/// errors of the protocol.
enum Desk {
  /// A call as the use cases want it.
  struct CallContext: Sendable {
    let office: Office
    let scope: Scope
    let language: Language
    fileprivate let method: String
    fileprivate let key: String?
    fileprivate let parameters: JSONObject

    /// What a write notes down: method, key, parameters.
    var order: WriteOrder {
      WriteOrder(scope, method: method, key: key, parameters: .object(parameters))
    }

    /// The same with a digest in the place of a parameter that is too large to be written out and compared.
    func order(digestOf name: String, _ digest: JSONValue) -> WriteOrder {
      var parameters = parameters
      parameters[name] = digest
      return WriteOrder(scope, method: method, key: key, parameters: .object(parameters))
    }
  }

  /// Answers a call of a method.
  /// - Parameter language: the language that the caller asked for; nil for the daemon's.
  /// - Throws: the errors of `org.bankum.Service`.
  static func answer<Method: VarlinkMethod>(
    _ daemon: Daemon, _ method: Method.Type, _ input: Method.Input, _ caller: Caller, language: String? = nil,
    _ body: @Sendable (CallContext) async throws -> Method.Output
  ) async throws(VarlinkError) -> Method.Output {
    let chosen = try Self.language(language, daemon)
    guard let scope = caller.scope else { throw .permissionDenied }
    var parameters = input.jsonObject
    let key = try Self.key(parameters["idempotencyKey"])
    parameters["idempotencyKey"] = nil
    // The language of an answer is no part of what was asked.
    parameters["language"] = nil
    do {
      let context = CallContext(
        office: daemon.office, scope: scope, language: chosen, method: Method.name, key: key, parameters: parameters)
      return try await Register.$user.withValue(scope.uid) { try await body(context) }
    } catch {
      throw Fault.error(error, in: chosen, key: key, daemon: daemon)
    }
  }

  /// Answers a call that reads at once, if it can be: nil otherwise. The answer leaves once its entry is in the audit
  /// log, or is `StorageFull` instead.
  /// - Throws: the errors of `org.bankum.Service`.
  static func answerPromptly<Method: VarlinkMethod>(
    _ daemon: Daemon, _ method: Method.Type, _ caller: Caller, language: String?,
    _ body: (CallContext) throws -> (form: PreparedReply<Method.Output>, entry: ReadEntry)?
  ) throws(VarlinkError) -> PreparedReply<Method.Output>? {
    let chosen = try Self.language(language, daemon)
    guard let scope = caller.scope else { throw .permissionDenied }
    do {
      let answer = try body(
        CallContext(
          office: daemon.office, scope: scope, language: chosen, method: Method.name, key: nil, parameters: [:]))
      return answer.map { reply, entry in
        reply.held { open in
          entry.write { failure in open(failure.map { Fault.error($0, in: chosen, key: nil, daemon: daemon) }) }
        }
      }
    } catch {
      throw Fault.error(error, in: chosen, key: nil, daemon: daemon)
    }
  }

  /// The language of an answer.
  /// - Throws: `InvalidParameter`.
  static func language(_ code: String?, _ daemon: Daemon) throws(VarlinkError) -> Language {
    guard let code else { return daemon.state.language }
    guard let language = Language(rawValue: code) else { throw .invalidParameter("language") }
    return language
  }

  /// A key is up to 64 visible ASCII characters: it is kept for a month, and shown when an outcome is unknown.
  private static func key(_ value: JSONValue?) throws(VarlinkError) -> String? {
    guard case .string(let key)? = value else { return nil }
    guard (1...64).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .invalidParameter("idempotencyKey")
    }
    return key
  }
}
