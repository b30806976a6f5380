import BankumAPI
import BankumClient
import BankumWords
import JSON
import Varlink

/// `monitor`: what happens in the daemon, a line each, until the user ends it or the daemon does.
enum MonitorVerb {
  static let description = VerbDescription("monitor", summary: .helpMonitorSummary, help: .helpMonitor) {
    (invocation) throws(Complaint) in
    var last: Int?
    var isFirst = true
    let method = ServiceInterface.Monitor.name
    // Known before the stream begins: to ask the daemon for it would take the stream's next event for the answer.
    if !invocation.output.isJSON { _ = invocation.language }
    do throws(ClientFailure) {
      try invocation.connection.stream(method) { parameters, continues in
        if invocation.output.isJSON {
          invocation.output.event(parameters)
          return true
        }
        guard
          let event = try? ServiceInterface.Monitor.Output(object: parameters, mode: .lenient).event
        else { return true }
        if isFirst, !invocation.output.hidesLegend { invocation.tell(.monitorStarted) }
        isFirst = false
        let (step, overflows) = event.sequence.subtractingReportingOverflow(last ?? event.sequence)
        if step > 1, !overflows { invocation.say(.monitorMissed(events: step - 1)) }
        last = event.sequence
        invocation.output.line("\(TerminalText.visible(event.at))  \(text(event, invocation.language))")
        invocation.output.flush()
        return true
      }
    } catch {
      throw invocation.complaint(error, method: method)
    }
    if !invocation.output.isJSON { invocation.tell(.monitorEnded) }
    return .done
  }

  /// The event in words; one that this program does not know as it came.
  private static func text(_ event: ServiceEvent, _ language: Language) -> String {
    let state = event.detail?["state"].flatMap(ServiceState.init(rawValue:))
    switch (event.name, state) {
    case ("state", let state?): return Message.monitorStateChanged(state: .serviceState(state)).text(in: language)
    case ("reloaded", _): return Message.monitorReloaded.text(in: language)
    case ("reloadFailed", _):
      let problems = event.detail?["problems"].flatMap { Int($0) } ?? 1
      return Message.reloadFailed(problems: problems).text(in: language)
    default:
      let detail = (event.detail ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
      return TerminalText.visible(event.name + detail.joined())
    }
  }
}
