import BankumAPI
import BankumClient
import BankumWords
import JSON
import Varlink

/// `call`: any method by its full name, with the parameters as JSON.
enum CallVerb {
  private static let more = VerbDescription.Option("--more")
  private static let oneway = VerbDescription.Option("--oneway")

  static let description = VerbDescription(
    "call", options: [more, oneway],
    arguments: [
      VerbDescription.Argument("METHOD", candidates: BankumInterfaces.all.flatMap { $0.methodNames }),
      VerbDescription.Argument("JSON", isRequired: false),
    ],
    summary: .helpCallSummary, help: .helpCall
  ) { (invocation) throws(Complaint) in
    let method = invocation.arguments[0]
    guard VarlinkCall(method: method).target != nil else { throw Complaint(usage: .usageBadMethod(method: method)) }
    let isMore = invocation.options[more.key] != nil
    let isOneway = invocation.options[oneway.key] != nil
    guard !(isMore && isOneway) else {
      throw Complaint(usage: .usageExcludeEachOther(first: more.key, second: oneway.key))
    }
    let parameters = try JSONArgument.object(invocation.arguments.dropFirst().first, invocation.language)
    do throws(ClientFailure) {
      if isMore {
        try invocation.connection.stream(method, parameters) { reply, _ in
          invocation.output.event(reply)
          return true
        }
      } else if isOneway {
        try invocation.connection.send(VarlinkCall(method: method, parameters: parameters, mode: .oneway))
      } else {
        invocation.output.json(try invocation.connection.call(method, parameters))
      }
    } catch {
      // What the error says beside its name is for the caller as much as a reply is; with --json all of it is printed.
      if !invocation.output.isJSON, case .error(let error) = error, !error.parameters.isEmpty {
        invocation.output.json(error.parameters)
      }
      throw invocation.complaint(error, method: method)
    }
    return .done
  }
}
