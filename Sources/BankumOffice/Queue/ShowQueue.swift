import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// The queue of the open requests for a meeting, as far as somebody sees; a partner's is what it holds, with places
  /// and turns among these alone. By place, or by the day on which the meeting is or can be expected.
  /// - Parameter limit: at most so many; the second answer is how many are left.
  /// - Throws: `OfficeError.refused` for a year without a calendar; `StoreError`.
  package func queue(
    byStart: Bool, limit: Int, _ scope: Scope, method: String
  ) async throws -> (entries: [QueuePlace], left: Int) {
    let now = clock.civilNow
    return try await register.read(as: scope.call(method), length: .long) { [houseCache, register] reading in
      // Drafts are nobody's business but the registrar's plan's: the queue shows what is published.
      let schedule = try houseCache.schedule(reading, register, at: now, withDraft: false)
      let profiles = schedule.index.profiles.filter { scope.partner == nil || $0.holder == scope.partner }
      let turns: ExpectedTurns
      do throws(PlanningError) { turns = try schedule.turns(among: profiles) } catch { throw OfficeError(error) }
      let places = Rank.places(of: profiles.map(\.priority.rank))
      // What it is ordered by comes first: an entry is large.
      let order = profiles.indices.map { offset in
        let profile = profiles[offset]
        let meeting = schedule.meeting(of: profile.request.id)
        let isHopeless = profile.request.state == .noEligiblePartner
        let expected = meeting == nil && !isHopeless ? turns.expected(profile.priority.rank) : nil
        let start = meeting?.date ?? expected?.first ?? .latest
        let minute = meeting?.hours.start.minutes ?? 0
        return QueueOrder(
          date: byStart ? start : .earliest, minute: byStart ? minute : 0, place: places[offset], offset: offset,
          expected: expected)
      }.sorted()
      let shown = order.prefix(limit).map { line in
        let profile = profiles[line.offset]
        return QueuePlace(
          request: profile.request, inmate: profile.inmate, place: line.place, priority: profile.priority,
          meeting: schedule.meeting(of: profile.request.id), expected: line.expected,
          useBy: profile.clocks.map(\.lastDay).filter { $0 >= now.date }.min())
      }
      reading.touch(shown.map(\.inmate.id))
      return (shown, order.count - shown.count)
    }
  }
}

/// Where an entry of the queue stands, by which the list is ordered.
private struct QueueOrder: Comparable {
  let date: CivilDate
  let minute: Int
  let place: Int
  let offset: Int
  let expected: DateRange?

  static func < (left: QueueOrder, right: QueueOrder) -> Bool {
    (left.date, left.minute, left.place, left.offset) < (right.date, right.minute, right.place, right.offset)
  }

  static func == (left: QueueOrder, right: QueueOrder) -> Bool { left.offset == right.offset }
}
