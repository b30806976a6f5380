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
      var entries = zip(profiles, places).map { profile, place in
        let meeting = schedule.meeting(of: profile.request.id)
        let isHopeless = profile.request.state == .noEligiblePartner
        return QueuePlace(
          request: profile.request, inmate: profile.inmate, place: place, priority: profile.priority,
          meeting: meeting, expected: meeting == nil && !isHopeless ? turns.expected(profile.priority.rank) : nil,
          useBy: profile.clocks.map(\.lastDay).filter { $0 >= now.date }.min())
      }
      func key(_ entry: QueuePlace) -> (CivilDate, Int, Int) {
        let start = entry.meeting?.date ?? entry.expected?.first ?? .latest
        return byStart
          ? (start, entry.meeting?.hours.start.minutes ?? 0, entry.place) : (.earliest, 0, entry.place)
      }
      entries.sort { key($0) < key($1) }
      let shown = Array(entries.prefix(limit))
      reading.touch(shown.map(\.inmate.id))
      return (shown, entries.count - shown.count)
    }
  }
}
