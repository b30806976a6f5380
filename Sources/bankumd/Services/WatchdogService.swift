import Logging
import ServiceLifecycle
import Systemd
import VarlinkServer

/// Feeds the watchdog after each probe that went through the loops which serve calls.
struct WatchdogService: Service {
  let schedule: WatchdogSchedule
  let server: VarlinkServer
  let report: StartReport

  func run() async {
    await cancelWhenGracefulShutdown {
      await WatchdogFeeder(schedule: schedule, clock: SuspendingClock()).run(
        probe: { try await server.probe() },
        feed: { report.alive() },
        missed: { miss in
          report.logger.error("the watchdog is not fed: \(miss)", metadata: .event(.watchdogProbeFailed))
        })
    }
  }
}
