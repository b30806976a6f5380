import BankumModel
import BankumStore
import JSON

extension Office {
  /// Brings clocks and states up to date with the day: a partner that was silent too long is left out and its request
  /// offered anew by the next run; a meeting without an outcome becomes unreported. Done twice on a day it changes
  /// nothing the second time, and writes nothing when there is nothing to do.
  /// - Throws: `OfficeError.refused` for a year without a calendar, with nothing changed; `StoreError`.
  @discardableResult
  package func dailyRound(uid: UInt32) async throws -> RoundReport {
    let now = clock.civilNow
    let due = try await register.readUnaudited { try $0.dueRound(at: now) }
    guard !due.isEmpty else { return RoundReport() }
    let done = try await register.write(as: .daemon("DailyRound", uid: uid)) { transaction -> JSONValue in
      // Looked at again: somebody may have answered meanwhile.
      let due = try transaction.dueRound(at: now)
      for request in due.lapsed { _ = try RequestChange(request, office: self, now: now, transaction).lapse() }
      for session in due.unreported {
        // An offer that has just lapsed may have called its meeting off.
        guard var session = try transaction.find(session.id),
          case .success = session.state.after(.elapse, by: .runner)
        else { continue }
        try session.apply(.elapse, by: .runner)
        try transaction.put(session)
      }
      transaction.audit(targets: due.lapsed.map(\.id.text) + due.unreported.map(\.id.text))
      transaction.tell(.round(lapsed: due.lapsed.count, unreported: due.unreported.count))
      return .array([.integer(Int64(due.lapsed.count)), .integer(Int64(due.unreported.count))])
    }
    guard case .array(let counts) = done, case .integer(let lapsed)? = counts.first,
      case .integer(let unreported)? = counts.last
    else { return RoundReport() }
    return RoundReport(lapsed: Int(lapsed), unreported: Int(unreported))
  }
}
