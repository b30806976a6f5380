import BankumModel
import BankumPlanning

/// One explanation on its way: from all that is known to what the reader may know of it.
struct Explaining {
  private let request: Request
  private let audience: Audience
  private let schedule: PublishedSchedule
  /// The partner for which it is cut, if it is.
  private let partner: Partner.ID?
  /// Meetings that are not published yet.
  private let drafts: [Session.ID: Session]
  private let names: Names

  init(
    _ request: Request, _ audience: Audience, _ schedule: PublishedSchedule, partner: Partner.ID?,
    drafts: [Session.ID: Session]
  ) {
    self.request = request
    self.audience = audience
    self.schedule = schedule
    self.partner = partner
    self.drafts = drafts
    names = Names(schedule.index.facts)
  }

  func answer() throws -> RequestExplanation {
    var answer = RequestExplanation(request: request, audience: audience)
    guard request.state.isOpen else { return answer }
    let meeting = schedule.meeting(of: request.id)
    answer.meeting = meeting.map(shown)
    if audience == .guardian { return answer }
    guard let explanation = try schedule.explain(request.id) else {
      if request.service == .education, audience == .inmate { answer.inmateReasons = [.group] }
      return answer
    }
    answer.priority = explanation.priority
    let breaches =
      meeting.map { schedule.breaches($0).map { Explained(breach: $0, days: 1) } }
      ?? explanation.reasons.map { Explained(breach: $0.breach, days: $0.days) }
    switch audience {
    case .registrar:
      answer.place = explanation.place
      answer.reasons = breaches.map(reason)
      answer.alternatives = explanation.alternatives.compactMap { alternative($0, withLoss: true) }
      answer.smallestChange = explanation.smallestChange
      answer.rival = explanation.rival
      answer.expected = explanation.expected
    case .partner:
      // Ranks and turns of others' clients are others' business: a partner's queue is its own.
      let own = schedule.index.profiles.filter { partner != nil && $0.holder == partner }
      let rank = explanation.priority.rank
      answer.place = own.isEmpty ? nil : own.count { $0.priority.rank < rank } + 1
      answer.reasons = breaches.filter { isOwn($0.breach) }.map(reason)
      answer.alternatives = explanation.alternatives.compactMap { alternative($0, withLoss: false) }
        .filter { $0.advocate.partner == partner }
      answer.smallestChange = explanation.smallestChange.allSatisfy(isOwn) ? explanation.smallestChange : []
      answer.expected =
        meeting == nil && explanation.expected != nil ? try schedule.turns(among: own).expected(rank) : nil
    case .inmate:
      answer.inmateReasons =
        meeting == nil
        ? InmateReason.all(breaches.map(\.breach.rule), helpsOnlyDecision: explanation.hasNoEligiblePartner) : []
      answer.expected = explanation.expected
    case .guardian: break
    }
    return answer
  }

  /// A reason before it is worded.
  private struct Explained {
    var breach: RuleBreach
    var days: Int
  }

  private func shown(_ session: Session) -> RequestExplanation.Meeting {
    let isMatter = audience != .guardian
    return RequestExplanation.Meeting(
      session: drafts[session.id] ?? session, room: session.room.flatMap { names.rooms[$0] },
      advocate: isMatter ? names.advocates[session.advocate] : nil,
      partner: isMatter ? names.partners[session.partner] : nil)
  }

  private func reason(_ explained: Explained) -> RequestExplanation.Reason {
    let breach = explained.breach
    return RequestExplanation.Reason(
      breach: breach, days: explained.days, partner: breach.partner.flatMap { names.partners[$0] },
      advocate: breach.advocate.flatMap { names.advocates[$0] }, room: breach.room.flatMap { names.rooms[$0] })
  }

  private func alternative(
    _ found: Explanation.Alternative, withLoss: Bool
  ) -> RequestExplanation.Alternative? {
    names.advocates[found.advocate].map {
      RequestExplanation.Alternative(
        advocate: $0, date: found.date, hours: found.hours, loss: withLoss ? max(0, found.loss) : nil)
    }
  }

  /// Whether a reason is a partner's to know: it concerns itself, or nobody.
  private func isOwn(_ breach: RuleBreach) -> Bool {
    if let advocate = breach.advocate, names.advocates[advocate]?.partner != partner { return false }
    // Who else is in the visiting area, and which rooms are kept for whom, is not theirs.
    if breach.rule == .keptApart || breach.rule == .roomReserved { return false }
    return breach.partner == nil || breach.partner == partner
  }

  /// Whether a change is one that a partner may be told: its own people's, or the request's.
  private func isOwn(_ change: WhatIf) -> Bool {
    switch change {
    case .absent(let advocate, _), .come(let advocate, _, _), .cap(let advocate, _, _), .mandate(_, let advocate),
      .reserve(_, let advocate, _, _):
      names.advocates[advocate]?.partner == partner
    case .quota(let other, _): other == partner
    case .waive, .permit, .openHouse, .addRoom, .openRoom, .escort: true
    case .closeRoom, .closeHouse, .leave: false
    }
  }
}

/// The people and things of the facts by id.
private struct Names {
  let partners: [Partner.ID: Partner]
  let advocates: [Advocate.ID: Advocate]
  let rooms: [Room.ID: Room]

  init(_ facts: HouseFacts) {
    partners = Dictionary(facts.partners.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    advocates = Dictionary(facts.advocates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rooms = Dictionary(facts.rooms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
