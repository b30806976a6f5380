import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// Puts the run's draft in the place of the former one. A draft that says just the same keeps its meetings, so that
  /// nothing is written for nothing and whoever looked at them finds them again.
  ///
  /// What begins too soon to be changed without asking is only in a draft that the registrar publishes.
  func replaceDraft(
    _ decisions: Decisions, _ run: Run, isPublished: Bool, _ transaction: Transaction
  ) throws -> BankumModel.Plan {
    let untouched = isPublished ? decisions.proposedOnly : []
    let former = try transaction.list(Filter<BankumModel.Plan>.draft).first
    let drafts = try transaction.list(Filter<Session>.drafts)
    var known: [Request.ID: Session] = [:]
    for draft in drafts { if let request = draft.request { known[request] = draft } }
    var added: [Session.ID] = []
    var fresh: [Session] = []
    var moved: [PlanMove] = []
    for planned in decisions.sessions {
      switch planned.change {
      case .kept: continue
      case .moved(let id), .repaired(let id):
        guard !untouched.contains(id) else { continue }
        moved.append(
          PlanMove(
            session: id, advocate: planned.advocate, room: planned.room, date: planned.date, hours: planned.hours,
            callAt: planned.callAt))
      case .new:
        if let draft = known[planned.request], draft.isAt(planned) {
          added.append(draft.id)
          known[planned.request] = nil
          continue
        }
        let session = planned.session(id: newID())
        fresh.append(session)
        added.append(session.id)
      }
    }
    if var former {
      try former.discard()
      try transaction.put(former)
    }
    for stale in drafts where !added.contains(stale.id) { try transaction.remove(stale.id) }
    try transaction.put(all: fresh)
    let plan = BankumModel.Plan(
      id: newID(), run: run.id, baseSequence: run.baseSequence, madeAt: transaction.now, added: added, moved: moved,
      cancelled: decisions.givenUp.keys.filter { !untouched.contains($0) }.sorted { $0.text < $1.text })
    try transaction.put(plan)
    return plan
  }
}

extension PlannedSession {
  /// The meeting as a draft.
  fileprivate func session(id: Session.ID) -> Session {
    Session(
      id: id, request: request, service: service, inmate: inmate, partner: partner, advocate: advocate, room: room,
      date: date, hours: hours, callAt: callAt, state: .draft, isFirstMeeting: isFirstMeeting, mandate: mandate)
  }
}

extension Session {
  /// Whether a draft is just what is planned now.
  fileprivate func isAt(_ planned: PlannedSession) -> Bool {
    advocate == planned.advocate && room == planned.room && date == planned.date && hours == planned.hours
      && callAt == planned.callAt && mandate == planned.mandate && isFirstMeeting == planned.isFirstMeeting
  }
}
