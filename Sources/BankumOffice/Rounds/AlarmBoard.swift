import BankumModel
import BankumStore
import Synchronization

/// The alarms of each scope, counted once for each state of the register and each day: status is asked often.
final class AlarmBoard: Sendable {
  /// How often each alarm is there, in the order of the kinds.
  typealias Counts = [AlarmKind: Int]

  private struct Page {
    var sequence: Int64
    var today: CivilDate
    var counts: [Partner.ID?: Counts]
  }

  private let page = Mutex<Page?>(nil)

  /// The counts of the house, or of one partner; nil when they were made for another state or day.
  func known(_ partner: Partner.ID?, sequence: Int64, today: CivilDate) -> Counts? {
    page.withLock { page in
      guard let page, page.sequence == sequence, page.today == today else { return nil }
      return page.counts[partner]
    }
  }

  /// Keeps counts.
  func keep(_ counts: Counts, of partner: Partner.ID?, sequence: Int64, today: CivilDate) {
    page.withLock { page in
      if let known = page, known.sequence == sequence, known.today == today {
        page?.counts[partner] = counts
      } else {
        page = Page(sequence: sequence, today: today, counts: [partner: counts])
      }
    }
  }
}

extension Office {
  /// The alarms within somebody's reach, none of them 0.
  /// - Throws: `StoreError`.
  package func alarms(for scope: Scope) async throws -> [(kind: AlarmKind, count: Int)] {
    guard scope.reach != .gate else { return [] }
    let (today, partner) = (clock.today, scope.partner)
    var counts: AlarmBoard.Counts
    if let known = alarmBoard.known(partner, sequence: register.sequence, today: today) {
      counts = known
    } else {
      let (fresh, sequence) = try await register.readUnaudited { reading in
        (try AlarmCount(reading, partner, today).counts(), try reading.sequence())
      }
      alarmBoard.keep(fresh, of: partner, sequence: sequence, today: today)
      counts = fresh
    }
    // No state of the register, and not a partner's affair.
    if partner == nil, register.storage.isFull { counts[.storage] = 1 }
    return AlarmKind.allCases.map { (kind: $0, count: counts[$0] ?? 0) }.filter { $0.count > 0 }
  }
}
