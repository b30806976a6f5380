import BankumModel
import BankumPlanning
import BankumStore

/// What a day asks for.
struct DueRound {
  var lapsed: [Request] = []
  var unreported: [Session] = []

  var isEmpty: Bool { lapsed.isEmpty && unreported.isEmpty }
}

extension Reading {
  /// What is due by the clocks of a moment.
  func dueRound(at now: CivilTime) throws -> DueRound {
    let today = now.date
    let offered = try list(Filter<Request>.states([.offered]))
    let published = try list(Filter<Session>.published).filter { $0.date < today }
    guard !offered.isEmpty || !published.isEmpty else { return DueRound() }
    let rules = try self.rules()
    let calendar = try self.calendar()
    var due = DueRound()
    // A meeting that has begun waits for its outcome, answered or not; once nobody has reported it in time, the silence
    // counts.
    let begun = try Set(
      list(Filter<Session>.published).filter { $0.start <= now }.compactMap(\.request))
    do throws(ModelError) {
      let clock = try AnswerClock(rules: rules, on: today)
      for request in offered {
        guard let offer = request.offer, !begun.contains(request.id) else { continue }
        let state = try offer.state(clock, calendar: calendar, on: today)
        if AnswerClock.hasLapsed(state, on: today) { due.lapsed.append(request) }
      }
      let days = try rules.integer(.unreportedWorkingDays, on: today)
      for session in published where try calendar.addingWorkingDays(days, to: session.date) < today {
        due.unreported.append(session)
      }
    } catch {
      throw OfficeError(PlanningError(.facts, error.problems))
    }
    return due
  }
}
