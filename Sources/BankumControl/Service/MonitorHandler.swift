import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// `org.bankum.Service.Monitor`.
enum MonitorHandler {
  typealias Method = ServiceInterface.Monitor

  static func follow(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller, _ replies: ReplyStream<Method.Output>
  ) async throws(VarlinkError) -> Method.Output {
    if let since = input.since, since < 0 { throw .invalidParameter("since") }
    let clock = daemon.facts.clock
    // The reader listens before the state is read, so that no change falls between.
    var reader = EventReader(daemon.events, daemon.office, since: input.since.map { EventNumber(Int64($0)) })
    func state() -> Method.Output {
      output(SeenEvent(sequence: reader.sequence, at: clock.now, event: .state(daemon.state.state.rawValue)), clock)
    }
    do {
      try await replies.send(state())
      while true {
        // The roles are asked at each event: a right that is taken away is gone at once.
        let events = try await reader.next { event in
          EventReach.event(event, for: daemon.directory.holder(caller.uid), on: clock.today)
        }
        guard !events.isEmpty else { break }
        for event in events { try await replies.send(output(event, clock)) }
      }
    } catch {
      // The caller has gone, the daemon stops, or the register cannot be read: the last word follows.
    }
    return state()
  }

  private static func output(_ seen: SeenEvent, _ clock: HouseClock) -> Method.Output {
    let detail = seen.event.detail
    return Method.Output(
      event: ServiceEvent(
        name: seen.event.kind.code, sequence: Int(seen.sequence.value), at: seen.at.text(in: clock.zone),
        detail: detail.isEmpty ? nil : detail))
  }
}
