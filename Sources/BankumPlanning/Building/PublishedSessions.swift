import BankumModel

/// The meetings in force, sorted by what a run may do with them.
struct PublishedSessions {
  /// Meetings inside the grid that stay: over, begun, pinned, frozen, or off the grid.
  var fixed: [Session] = []
  /// Published meetings that a run may move at a price, by request.
  var movable: [Request.ID: Session] = [:]
  /// Published meetings that break a rule and are given up.
  var broken: [Session.ID: [RuleBreach]] = [:]
  /// Open requests with a meeting that stays, inside the grid or outside.
  var served: Set<Request.ID> = []

  init(_ index: FactIndex, check: RuleCheck, grid: TimeGrid) throws(PlanningError) {
    let frozenThrough = try Freeze.lastDay(index)
    for session in index.facts.sessions where session.takesPlace {
      guard isOpen(session, index, grid) else {
        keep(session, index, grid)
        continue
      }
      let breaches = check.breaches(session)
      let isOnGrid = grid.slot(session.date, session.hours.start) != nil
      if !breaches.isEmpty {
        broken[session.id] = breaches
        if let request = session.request, isOnGrid, movable[request] == nil { movable[request] = session }
      } else if session.date <= frozenThrough || !isOnGrid
        || (index.numbers.keepsAccepted && session.state == .confirmed)
      {
        keep(session, index, grid)
      } else if let request = session.request, movable[request] == nil {
        movable[request] = session
      } else {
        keep(session, index, grid)
      }
    }
    // A meeting that stays serves its request; another of the same request has nothing to move for.
    for request in served { movable[request] = nil }
  }

  /// Whether a run may touch it at all.
  private func isOpen(_ session: Session, _ index: FactIndex, _ grid: TimeGrid) -> Bool {
    guard let request = session.request, index.profileOf[request] != nil, session.room != nil else { return false }
    return session.state.isPublished && !session.isPinned && index.period.days.contains(session.date)
      && session.start >= index.facts.now
  }

  mutating func keep(_ session: Session, _ index: FactIndex, _ grid: TimeGrid) {
    if grid.contains(session.date) { fixed.append(session) }
    guard let request = session.request else { return }
    // A meeting without an outcome may have served its request for as long as its partner holds it. One whose offer has
    // lapsed, or that was refused, looks for a place again.
    let mayHaveServed = session.state == .unreported && index.profileOf[request]?.holder == session.partner
    if session.state.isPublished || mayHaveServed { served.insert(request) }
  }
}
