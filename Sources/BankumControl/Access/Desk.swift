import BankumAPI
import BankumOffice
import BankumStore
import BankumWords
import Varlink

/// Where a handler meets the office: it finds out for whom and in which language, and turns what goes wrong into the
/// errors of the protocol.
enum Desk {
  /// A call as the use cases want it.
  struct CallContext: Sendable {
    let office: Office
    let scope: Scope
    let language: Language
  }

  /// Answers a call of a method that reads.
  /// - Parameter language: the language that the caller asked for; nil for the daemon's.
  /// - Throws: the errors of `org.bankum.Service`.
  static func answer<Method: VarlinkMethod>(
    _ daemon: Daemon, _ method: Method.Type, _ input: Method.Input, _ caller: Caller, language: String? = nil,
    _ body: @Sendable (CallContext) async throws -> Method.Output
  ) async throws(VarlinkError) -> Method.Output {
    let chosen = try Self.language(language, daemon)
    guard let scope = caller.scope else { throw .permissionDenied }
    do {
      let context = CallContext(office: daemon.office, scope: scope, language: chosen)
      return try await Register.$user.withValue(scope.uid) { try await body(context) }
    } catch {
      throw Fault.error(error, in: chosen, key: nil, daemon: daemon)
    }
  }

  /// Answers a call that reads at once, if it can be: nil otherwise. The answer leaves once its entry is in the audit
  /// log, or is `StorageFull` instead.
  /// - Throws: the errors of `org.bankum.Service`.
  static func answerPromptly<Method: VarlinkMethod>(
    _ daemon: Daemon, _ method: Method.Type, _ caller: Caller, language: String?,
    _ body: (CallContext) throws -> (reply: PreparedReply<Method.Output>, entry: ReadEntry)?
  ) throws(VarlinkError) -> PreparedReply<Method.Output>? {
    let chosen = try Self.language(language, daemon)
    guard let scope = caller.scope else { throw .permissionDenied }
    do {
      let answer = try body(
        CallContext(office: daemon.office, scope: scope, language: chosen))
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
}
