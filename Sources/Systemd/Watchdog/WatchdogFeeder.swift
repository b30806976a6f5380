/// Feeds the watchdog, but only after a probe has gone through the loop that does the work.
///
/// A timer that merely says "alive" would go on saying so while the work is stuck. Here nothing is fed until the probe
/// has come back: a loop that hangs starves the watchdog, and the service manager replaces the process.
package struct WatchdogFeeder<Timepiece: Clock>: Sendable where Timepiece.Duration == Duration {
  /// Sends something through the work and returns when it has come out; throws if the work does not go on.
  package typealias Probe = @Sendable () async throws -> Void

  private let schedule: WatchdogSchedule
  private let clock: Timepiece

  /// A feeder by this schedule and clock. The clock must stand still while the machine sleeps, as the manager's does
  /// (`SuspendingClock`).
  package init(schedule: WatchdogSchedule, clock: Timepiece) {
    self.schedule = schedule
    self.clock = clock
  }

  /// Probes at once and then once an interval until the task is cancelled; feeds after each probe that came back.
  ///
  /// A probe that takes longer than an interval is reported once as late and fed when it comes back; the next one
  /// follows at once. The first feeding must not reach the manager before READY: call this after that.
  package func run(
    probe: @escaping Probe, feed: @Sendable () async -> Void, missed: @Sendable (WatchdogMiss) async -> Void
  ) async {
    while !Task.isCancelled {
      let next = clock.now.advanced(by: schedule.interval)
      let failure = await outcome(of: probe, deadline: next, missed: missed)
      if Task.isCancelled { return }
      if let failure { await missed(.failed(reason: failure)) } else { await feed() }
      // Cancellation wakes the sleeper; the loop's condition then ends it.
      try? await clock.sleep(until: next, tolerance: nil)
    }
  }

  private enum Step: Sendable {
    case back(failure: String?)
    case deadline
  }

  private func outcome(
    of probe: @escaping Probe, deadline: Timepiece.Instant, missed: @Sendable (WatchdogMiss) async -> Void
  ) async -> String? {
    await withTaskGroup(of: Step.self) { group in
      group.addTask {
        do {
          try await probe()
          return .back(failure: nil)
        } catch {
          return .back(failure: String(describing: error))
        }
      }
      group.addTask { [clock] in
        try? await clock.sleep(until: deadline, tolerance: nil)
        return .deadline
      }
      while let step = await group.next() {
        switch step {
        case .back(let failure):
          group.cancelAll()
          return failure
        case .deadline:
          if !Task.isCancelled { await missed(.late(after: schedule.interval)) }
        }
      }
      return "the probe ended without an answer"
    }
  }
}
