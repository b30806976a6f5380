import BankumAPI
import BankumModel

/// `org.bankum.Service.GetStatus`.
enum GetStatusHandler {
  static func status(of daemon: Daemon, for caller: Caller) -> ServiceInterface.GetStatus.Output {
    let facts = daemon.facts
    return ServiceInterface.GetStatus.Output(
      state: daemon.state.state,
      version: facts.version,
      clock: facts.clock.source == .real ? .real : .set,
      today: facts.clock.today.text,
      startedAt: facts.startedAt.text(in: facts.clock.zone),
      private: facts.isPrivate,
      connections: caller.holds(.ops) ? daemon.control.connections : nil,
      alarms: [])
  }
}
