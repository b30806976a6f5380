import BankumAPI
import BankumControl
import BankumModel
import BankumWords
import Logging
import Synchronization
import Systemd
import VarlinkServer

/// Reloads the configuration, one reload at a time, whether a method or SIGHUP asks for it.
final class ReloadCoordinator: DaemonControl {
  private let file: ConfigurationFile
  private let started: Configuration
  private let state: DaemonState
  private let events: EventHub
  private let logger: Logger
  private let threshold: LogThreshold
  private let report: StartReport
  private let reloads = ReloadQueue()
  private let server = Mutex<VarlinkServer?>(nil)

  init(
    file: ConfigurationFile, configuration: Configuration, state: DaemonState, events: EventHub, logger: Logger,
    threshold: LogThreshold, manager: ServiceManager
  ) {
    self.file = file
    started = configuration
    self.state = state
    self.events = events
    self.logger = logger
    self.threshold = threshold
    report = StartReport(logger: logger, manager: manager)
  }

  /// The server is made after its handlers, and these need to know it.
  func watch(_ server: VarlinkServer) {
    self.server.withLock { $0 = server }
  }

  var connections: Int {
    server.withLock { $0 }?.connections ?? 0
  }

  func report(_ fault: String) {
    logger.error("a call failed: \(fault)")
  }

  var readyMessage: Message {
    .daemonReady(interfaces: BankumInterfaces.all.count)
  }

  func reload() async throws(ReloadFailure) -> [String] {
    try await reloads.take { () throws(ReloadFailure) in try self.reloadNow() }
  }

  private func reloadNow() throws(ReloadFailure) -> [String] {
    report.reloading(.daemonReloading, in: state.language)
    state.enter(.reloading)
    defer { state.enter(.running) }
    do throws(ConfigurationProblems) {
      let configuration = try file.read()
      threshold.level = configuration.logLevel
      state.language = configuration.language
      let keys = configuration.keysNeedingRestart(since: started)
      report.ready(readyMessage, in: state.language)
      logger.notice("\(Message.reloadDone.text(in: .english))", metadata: .event(.reloaded))
      events.publish(.reloaded)
      return keys
    } catch {
      // A reload that failed is over as well: without READY the manager would wait for it.
      report.ready(.daemonReloadFailed(problems: error.problems.count), in: state.language)
      for problem in error.problems {
        logger.error("\(problem.message.text(in: .english))", metadata: .event(.reloadFailed))
      }
      events.publish(.reloadFailed(problems: error.problems.count))
      throw ReloadFailure(problems: error.problems.map { $0.problem(in: state.language) })
    }
  }
}

/// Lets one piece of work through at a time.
actor ReloadQueue {
  /// Does the work when it is its turn. The work does not wait, so the actor's own order is enough.
  func take<Success, Failure: Error>(_ work: () throws(Failure) -> Success) throws(Failure) -> Success {
    try work()
  }
}
