import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// Counts what is within somebody's reach; names nobody, so the audit log has nothing to say about it.
  /// - Throws: `StoreError`.
  package func countHouse(for scope: Scope) async throws -> HouseCounts {
    let today = clock.today
    return try await register.readUnaudited { reading in
      reading.leaveOutDamage()
      var counts = HouseCounts()
      switch scope.reach {
      case .gate: break
      case .partner(let partner, _):
        counts.openRequests = try reading.count(.openHeld(by: partner))
        counts.publishedSessions = try reading.count(.published(from: today, of: partner))
      case .house:
        counts.inmates = try reading.count(Filter<Inmate>.plannable)
        counts.openRequests = try reading.count(Filter<Request>.open)
        counts.publishedSessions = try reading.count(.published(from: today))
        counts.lastRun = try reading.list(Filter<Run>.latest(1)).first
        if let run = counts.lastRun, let clocks = try Self.clocks(of: run.id, reading) {
          let met = clocks.count(where: \.isMet)
          counts.lastClocks = (met, clocks.count - met)
        }
      }
      return counts
    }
  }
}
