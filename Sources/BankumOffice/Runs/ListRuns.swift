package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// The latest runs, the latest first, each with whether it can be computed again.
  /// - Throws: `StoreError`.
  package func listRuns(limit: Int) async throws -> [(run: Run, isKept: Bool)] {
    try await register.readUnaudited { reading in
      try reading.list(Filter<Run>.latest(limit)).map { ($0, try Self.isKept($0, reading)) }
    }
  }

  /// A run with what came of it.
  /// - Throws: `OfficeError.notFound`, `StoreError`.
  package func showRun(_ id: Run.ID) async throws -> RunPage {
    try await register.readUnaudited { reading in
      let run = try Self.run(id, reading)
      return RunPage(
        run: run, isKept: try Self.isKept(run, reading),
        plan: try reading.list(Filter<BankumModel.Plan>.of(id)).first,
        fairness: try reading.attachment(RunArchive.Part.fairness, of: id).map(RunArchive.exceptions),
        clocks: try Self.clocks(of: id, reading))
    }
  }

  /// The clocks of a run; nil when they are not kept.
  static func clocks(of id: Run.ID, _ reading: Reading) throws -> [ClockOutcome]? {
    try reading.attachment(RunArchive.Part.clocks, of: id).map(ClockList.outcomes)
  }

  private static func isKept(_ run: Run, _ reading: Reading) throws -> Bool {
    try reading.hasAttachment(RunArchive.Part.instance, of: run.id)
  }
}
