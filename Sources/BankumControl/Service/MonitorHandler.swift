import BankumAPI
import BankumModel
import Varlink

/// `org.bankum.Service.Monitor`.
enum MonitorHandler {
  typealias Output = ServiceInterface.Monitor.Output

  static func follow(_ daemon: Daemon, _ replies: ReplyStream<Output>) async -> Output {
    // Listening begins before the state is read, so that no change falls between.
    let (sequence, events) = daemon.events.listen()
    do throws(CancellationError) {
      try await replies.send(Output(event: now(daemon, sequence)))
      for await event in events { try await replies.send(Output(event: event)) }
    } catch {
      // The caller has gone, or the daemon stops: either way the last word follows.
    }
    return Output(event: now(daemon, daemon.events.sequence))
  }

  /// The event "state" as it is now.
  private static func now(_ daemon: Daemon, _ sequence: Int) -> ServiceEvent {
    let clock = daemon.facts.clock
    return ServiceEvent(
      name: "state", sequence: sequence, at: clock.now.text(in: clock.zone),
      detail: ["state": daemon.state.state.rawValue])
  }
}
