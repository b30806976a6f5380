import BankumModel
import Matching

/// Makes the engine's problem from the facts of the house.
///
/// The constraints are made here a second time, from the facts and not from `RuleCheck`: the two check each other.
/// What the problem allows the rule set allows; the reverse holds but for the grid: meetings begin with a slot and
/// take whole ones; a room's hours reserved for a partner do not join its other hours; unconfirmed hours count only
/// on days without confirmed ones and only with what the confirmed ones leave of the weekly cap; of certified class
/// somebody misses all or nothing of an hour's overlap; keep-apart orders count for the whole period; papers that
/// lapse inside it end the advocate's days.
///
/// Meetings that stay (over, begun, pinned, frozen and lawful) are frozen sessions whose own rules are not asked again.
/// Those that do not fit in as such, because they break a limit together, are taken out of everybody's time instead.
package struct ProblemBuilder {
  let index: FactIndex
  let grid: TimeGrid
  let published: PublishedSessions
  /// Meetings that stay as time taken away.
  let taken: [Session]
  var resources: Resources
  var problem: Matching.Problem
  var items: [PlanningProblem.Item] = []

  /// The problem of the facts. Throws `facts`, or `size` when the engine cannot take it.
  package static func build(_ index: FactIndex) throws(PlanningError) -> PlanningProblem {
    let grid = TimeGrid(index.period, slotMinutes: index.numbers.slotMinutes)
    let check = RuleCheck(index)
    var published = try PublishedSessions(index, check: check, grid: grid)
    var taken: [Session] = []
    while true {
      var builder = ProblemBuilder(index, grid: grid, published: published, taken: taken)
      let loose = builder.assemble()
      do { try builder.problem.validate() } catch { throw PlanningError(error) }
      let unfit = builder.unfit(loose)
      if unfit.taken.isEmpty && unfit.kept.isEmpty { return builder.result() }
      taken += unfit.taken
      for session in unfit.kept {
        published.movable = published.movable.filter { $0.value.id != session.id }
        published.keep(session, index, grid)
      }
    }
  }

  private init(_ index: FactIndex, grid: TimeGrid, published: PublishedSessions, taken: [Session]) {
    self.index = index
    self.grid = grid
    self.published = published
    self.taken = taken
    resources = Resources(index, grid: grid, taken: taken)
    problem = Matching.Problem(
      days: grid.days, slotsPerDay: grid.slotsPerDay, daysPerWeek: 7,
      weights: PlanningWeights.wishes(index.numbers.value))
  }

  /// Fills the problem; returns meetings that stay and have no seat or place in it.
  private mutating func assemble() -> [Session] {
    let takenIDs = Set(taken.map(\.id))
    var loose: [Session] = []
    var fixed: [(session: Session, seat: Int, place: Int, slots: SlotRange)] = []
    for session in published.fixed where !takenIDs.contains(session.id) {
      let turn = Booking.turn(session.hours, buffer: index.numbers.bufferMinutes)
      guard let slots = grid.touching(session.date, turn), let room = session.room,
        let seat = resources.seat(session.advocate, on: session.date),
        let place = resources.place(room, partner: session.partner, slots),
        index.advocates[session.advocate]?.partner == session.partner, index.inmates[session.inmate] != nil
      else {
        loose.append(session)
        continue
      }
      fixed.append((session, seat, place, slots))
    }
    // Widened only now: where a meeting sits follows from the hours as they were.
    for entry in fixed { resources.widen(seat: entry.seat, place: entry.place, entry.slots) }
    let open = RequestBuilder(index, grid: grid, published: published, taken: taken, resources: resources)
    for profile in sortedProfiles() {
      let minutes = published.movable[profile.request.id]?.hours.minutes ?? profile.minutes
      problem.requests.append(open.request(profile, minutes: minutes))
      items.append(.request(profile, minutes: minutes))
    }
    for entry in fixed {
      problem.published.append(
        PublishedSession(
          request: problem.requests.count, advocate: entry.seat, start: entry.slots.start, room: entry.place,
          frozen: true))
      problem.requests.append(open.request(fixed: entry.session, slots: entry.slots))
      items.append(.fixed(entry.session))
    }
    addMovable()
    addResources(fixed.map(\.session))
    addGroups()
    problem.changeBudget = index.numbers.changeBudget
    return loose
  }

  /// Meetings that have to be treated otherwise: frozen ones that do not bind, and movable ones that are lawful but
  /// cannot be had in the grid.
  private func unfit(_ loose: [Session]) -> (taken: [Session], kept: [Session]) {
    let verifier = Verifier(problem)
    let binding = Set(verifier.bindingFrozenSessions().map(\.request))
    var taken = loose
    var kept: [Session] = []
    for session in problem.published {
      switch items[session.request] {
      case .fixed(let fixed): if !binding.contains(session.request) { taken.append(fixed) }
      case .request(let profile, _):
        guard let movable = published.movable[profile.request.id], published.broken[movable.id] == nil else { continue }
        let assignment = Assignment(
          request: session.request, advocate: session.advocate, start: session.start, room: session.room)
        if verifier.breaksAlone(assignment) { kept.append(movable) }
      }
    }
    let inProblem = Set(problem.published.map(\.request))
    for (position, item) in items.enumerated() {
      // Lawful, but its room or seat is none of the problem's.
      guard case .request(let profile, _) = item, !inProblem.contains(position),
        let movable = published.movable[profile.request.id], published.broken[movable.id] == nil
      else { continue }
      kept.append(movable)
    }
    return (taken, kept)
  }

  /// The open requests that look for a place, in an order that follows from what they are.
  private func sortedProfiles() -> [RequestProfile] {
    let wanted = index.profiles.filter { !published.served.contains($0.request.id) && !Self.isHopeless($0) }
    func key(_ profile: RequestProfile) -> (Rank, CivilDate, Int, Int) {
      (profile.priority.rank, profile.request.waitsSince, profile.minutes, profile.due?.dayNumber ?? .max)
    }
    return wanted.enumerated().sorted {
      let (left, right) = (key($0.element), key($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }

  /// Whether nothing that the engine can do would serve it.
  static func isHopeless(_ profile: RequestProfile) -> Bool {
    !profile.inmate.presence.isPlannable || profile.earliest == nil
  }

  private mutating func addMovable() {
    for (position, item) in items.enumerated() {
      guard case .request(let profile, _) = item, let session = published.movable[profile.request.id],
        let start = grid.slot(session.date, session.hours.start), let room = session.room,
        let seat = resources.seat(session.advocate, on: session.date)
      else { continue }
      let end = min(start + problem.requests[position].duration, grid.slotCount)
      guard let place = resources.place(room, partner: session.partner, SlotRange(start, end)) else { continue }
      let price = session.state == .confirmed ? PlanningWeights.moveConfirmed : nil
      problem.published.append(
        PublishedSession(request: position, advocate: seat, start: start, room: place, movePrice: price))
    }
  }

  private func result() -> PlanningProblem {
    PlanningProblem(
      problem: problem, index: index, grid: grid, seats: resources.seats, places: resources.places, items: items,
      movable: published.movable, broken: published.broken, fixed: published.fixed, served: published.served,
      hopeless: index.profiles.filter { !published.served.contains($0.request.id) && Self.isHopeless($0) })
  }
}
