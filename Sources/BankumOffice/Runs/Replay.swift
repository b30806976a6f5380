package import BankumModel
import BankumStore
import Instances
import Matching

/// What came of computing a run again.
package struct Replay: Sendable, Equatable {
  /// The run.
  package let run: Run
  /// Whether the plan, its value and its bound are the same to the byte.
  package let isSame: Bool
  /// The value of the plan that came out now.
  package let objective: Int
  /// Its bound.
  package let bound: Int
  /// The engine that computed it now; another one than the run's may come to another plan.
  package let engineVersion: Int
  /// How long it took.
  package let milliseconds: Int
}

extension Office {
  /// Computes a run again from what was kept beside it, with the same effort and seed; nothing is written.
  /// - Throws: `OfficeError`: `notFound`; `refused` when its problem is not kept any more; `busy` while another run is
  ///   at work; `StoreError`.
  package func replayRun(
    _ id: Run.ID, progress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) async throws -> Replay {
    try await runExclusion.take {
      let (run, parts) = try await register.readUnaudited { reading in
        let run = try Self.run(id, reading)
        let parts = try [RunArchive.Part.instance, RunArchive.Part.planned, RunArchive.Part.plan].map { part in
          guard let found = try reading.attachment(part, of: id) else {
            throw OfficeError.refused(.planning(.notKept(RunArchive.kept)))
          }
          return found
        }
        let prices = try reading.attachment(RunArchive.Part.startPrices, of: id)
        return (run, (instance: parts[0], planned: parts[1], plan: parts[2], prices: prices.map(Numbers.read)))
      }
      let began = ContinuousClock.now
      let plans = Numbers.read(parts.planned)
      var limits = Limits(
        effort: run.effort, planned: plans.first, seed: run.seed,
        now: { Int(began.duration(to: .now) / .microseconds(1)) },
        progress: {
          progress(
            PlanningProgress(epoch: $0.epoch, planned: $0.planned, objective: $0.objective, bound: $0.bound))
        })
      limits.replans = stride(from: 1, to: plans.count - 1, by: 2).map {
        Replan(done: plans[$0], planned: plans[$0 + 1])
      }
      limits.auditsFairness = true
      do {
        let problem = try InstanceReader.read(parts.instance).problem
        let plan = try await Engine.solveAside(problem, limits, prices: parts.prices)
        try Task.checkCancellation()
        return Replay(
          run: run, isSame: RunArchive.bytes(of: plan) == parts.plan, objective: plan.score.total,
          bound: plan.certificate.bound, engineVersion: Engine.version,
          milliseconds: Int(began.duration(to: .now) / .milliseconds(1)))
      } catch let error as ProblemError {
        throw StoreError(.corrupted, "the problem of \(id.text): \(error.place)")
      }
    }
  }

  /// The problem of a run as the file that `bankum-match` reads: numbers only.
  /// - Throws: `OfficeError`: `notFound`, `refused` when it is not kept any more; `StoreError`.
  package func exportRun(_ id: Run.ID) async throws -> [UInt8] {
    try await register.readUnaudited { reading in
      _ = try Self.run(id, reading)
      guard let found = try reading.attachment(RunArchive.Part.instance, of: id) else {
        throw OfficeError.refused(.planning(.notKept(RunArchive.kept)))
      }
      return found
    }
  }

  static func run(_ id: Run.ID, _ reading: Reading) throws -> Run {
    guard let run = try reading.find(id) else { throw OfficeError.notFound("run", id.text) }
    return run
  }
}
