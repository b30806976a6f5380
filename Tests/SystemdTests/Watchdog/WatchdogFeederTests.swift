import Testing

@testable import Systemd

@Suite("WatchdogFeeder", .timeLimit(.minutes(1)))
struct WatchdogFeederTests {
  enum Happening: Equatable, Sendable {
    case probed, fed
    case missed(WatchdogMiss)
  }

  struct Stuck: Error {}

  /// A feeder at work on a clock of its own: what happens, and the answers that its probe waits for.
  struct Bench {
    let clock = TestClock()
    let answers: AsyncStream<Bool>.Continuation
    private let happenings: AsyncStream<Happening>
    private let task: Task<Void, Never>

    init() {
      let (answers, answering) = AsyncStream.makeStream(of: Bool.self)
      let (happenings, happening) = AsyncStream.makeStream(of: Happening.self)
      self.answers = answering
      self.happenings = happenings
      let feeder = WatchdogFeeder(schedule: WatchdogSchedule(timeout: .seconds(10)), clock: clock)
      task = Task {
        await feeder.run(
          probe: {
            happening.yield(.probed)
            for await isWell in answers {
              if isWell { return }
              throw Stuck()
            }
          }, feed: { happening.yield(.fed) }, missed: { happening.yield(.missed($0)) })
        happening.finish()
      }
    }

    func next() async -> Happening? {
      for await happening in happenings { return happening }
      return nil
    }

    func end() async {
      task.cancel()
      await task.value
    }
  }

  @Test("probes at once, then once an interval, and feeds after each probe that came back")
  func feeds() async {
    let bench = Bench()
    for _ in 0..<5 {
      #expect(await bench.next() == .probed)
      bench.answers.yield(true)
      #expect(await bench.next() == .fed)
      await bench.clock.sleepers(1)
      bench.clock.advance(by: .seconds(5))
    }
    await bench.end()
  }

  @Test("does not feed while the probe hangs, reports it once, and feeds when it comes back")
  func starves() async {
    let bench = Bench()
    #expect(await bench.next() == .probed)
    await bench.clock.sleepers(1)
    bench.clock.advance(by: .seconds(5))
    #expect(await bench.next() == .missed(.late(after: .seconds(5))))
    bench.clock.advance(by: .seconds(100))
    bench.answers.yield(true)
    #expect(await bench.next() == .fed)
    #expect(await bench.next() == .probed)
    await bench.end()
  }

  @Test("does not feed after a probe that failed, and tries again an interval later")
  func failure() async {
    let bench = Bench()
    #expect(await bench.next() == .probed)
    bench.answers.yield(false)
    #expect(await bench.next() == .missed(.failed(reason: "Stuck()")))
    await bench.clock.sleepers(1)
    bench.clock.advance(by: .seconds(5))
    #expect(await bench.next() == .probed)
    bench.answers.yield(true)
    #expect(await bench.next() == .fed)
    await bench.end()
  }

  @Test("ends when its task is cancelled, without feeding, whatever it waits for", arguments: [false, true])
  func ends(whileProbing: Bool) async {
    let bench = Bench()
    #expect(await bench.next() == .probed)
    if !whileProbing {
      bench.answers.yield(true)
      #expect(await bench.next() == .fed)
    }
    await bench.clock.sleepers(1)
    await bench.end()
    #expect(await bench.next() == nil)
  }
}
