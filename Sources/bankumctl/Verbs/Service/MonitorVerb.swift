import BankumAPI
import BankumClient
import BankumWords
import JSON
import Varlink

/// `monitor`: what happens in the daemon and in the register, a line each, until the user ends it or the daemon does.
enum MonitorVerb {
  static let description = VerbDescription(
    "monitor", options: [VerbDescription.Option("--since", value: .number)], summary: .helpMonitorSummary,
    help: .helpMonitor
  ) { (invocation) throws(Complaint) in
    var last: Int?
    let method = ServiceInterface.Monitor.name
    // Known before the stream begins: to ask the daemon for it would take the stream's next event for the answer.
    if !invocation.output.isJSON { _ = invocation.language }
    let input = ServiceInterface.Monitor.Input(since: invocation.number("--since"))
    do throws(ClientFailure) {
      try invocation.connection.stream(method, input.jsonObject) { parameters, continues in
        if invocation.output.isJSON {
          invocation.output.event(parameters)
          return true
        }
        guard
          let event = try? ServiceInterface.Monitor.Output(object: parameters, mode: .lenient).event
        else { return true }
        if last == nil, !invocation.output.hidesLegend { invocation.tell(.monitorStarted) }
        last = event.sequence
        invocation.output.line("\(TerminalText.visible(event.at))  \(text(event, invocation.language))")
        invocation.output.flush()
        return true
      }
    } catch {
      goOn(invocation, last)
      throw invocation.complaint(error, method: method)
    }
    if !invocation.output.isJSON { invocation.tell(.monitorEnded) }
    goOn(invocation, last)
    return .done
  }

  /// Says how the next call goes on without a gap.
  private static func goOn(_ invocation: Invocation, _ last: Int?) {
    guard let last, !invocation.output.isJSON, !invocation.output.hidesLegend else { return }
    invocation.tell(.monitorGoOn(number: last))
  }

  /// The event in words; one that this program does not know as it came.
  private static func text(_ event: ServiceEvent, _ language: Language) -> String {
    if let message = Message.event(event.name, event.detail ?? [:], in: language) {
      return message.terminalText(in: language)
    }
    let detail = (event.detail ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    return TerminalText.visible(event.name + detail.joined())
  }
}
