import BankumModel

/// Finds the smallest change to the facts that would give a waiting request a place beside the plan as it is.
///
/// Every place is looked at with all rules that it breaks; where each of them has a change that lifts it, the changes
/// together are a candidate. The cheapest that the rule set then allows is the answer: nobody else moves.
struct SmallestChange {
  let check: RuleCheck
  private var index: FactIndex { check.index }
  /// So many candidates are tried, the cheapest first.
  private static let trials = 20

  /// A place and the changes that open it.
  struct Candidate {
    var placement: Placement
    var changes: [WhatIf]
    var price: Int
  }

  /// The cheapest candidate that really opens a place, or nil if no list of changes does: what is in the way is not
  /// the house's to change.
  func find(_ profile: RequestProfile) throws(PlanningError) -> (placement: Placement, changes: [WhatIf])? {
    let candidates = candidates(profile).enumerated().sorted {
      ($0.element.price, $0.offset) < ($1.element.price, $1.offset)
    }.map(\.element)
    // The first ones nearly always hold.
    for candidate in candidates.prefix(Self.trials) {
      let place = candidate.placement
      if try opens(candidate.changes, place) {
        // What is opened is kept for him: else whoever stands before him would take it.
        return (place, candidate.changes + [.reserve(place.request, place.advocate, place.date, place.start)])
      }
    }
    return nil
  }

  /// Who would get the place that the changes open, were it not reserved: of those who wait, in the order in which they
  /// stand, the first who may have it; nil when nobody else could.
  func rival(
    _ changes: [WhatIf], _ placement: Placement, among waiting: [Request.ID]
  ) throws(PlanningError) -> Request.ID? {
    let check = self.check.judging(by: try index.applying(changes))
    return waiting.first { other in
      guard other != placement.request else { return false }
      return check.allows(
        Placement(
          request: other, advocate: placement.advocate, room: placement.room, date: placement.date,
          start: placement.start), notice: .new)
    }
  }

  /// Whether the rule set allows the placement in the changed facts, beside the same meetings.
  func opens(_ changes: [WhatIf], _ placement: Placement) throws(PlanningError) -> Bool {
    check.judging(by: try index.applying(changes)).allows(placement, notice: .new)
  }

  /// One candidate for each advocate and day at most: the cheapest start and room. Those that come behind as many
  /// cheaper ones as are tried may be missing.
  private func candidates(_ profile: RequestProfile) -> [Candidate] {
    guard let always = Remedies(check.request(profile)) else { return [] }
    var found: [Candidate] = []
    var cheapest: [Int] = []
    var board = PlaceBoard(check, profile)
    for advocate in index.facts.advocates {
      guard let personal = Remedies(check.person(profile, advocate)) else { continue }
      for offset in board.dates.indices {
        let limit = cheapest.count < Self.trials ? Int.max : cheapest[Self.trials - 1]
        guard let daily = board.daily(offset), offset + personal.union(always).union(daily).price < limit,
          let person = Remedies(check.personOnDay(profile, advocate, board.dates[offset]))
        else { continue }
        let fixed = personal.union(always).union(daily).union(person)
        guard offset + fixed.price < limit, let best = best(advocate, offset, fixed, below: limit, &board) else {
          continue
        }
        found.append(best)
        cheapest.insert(best.price, at: cheapest.firstIndex { $0 > best.price } ?? cheapest.endIndex)
      }
    }
    return found
  }

  /// The cheapest place with an advocate on a day; nil if there is none that a change opens below a price.
  private func best(
    _ advocate: Advocate, _ offset: Int, _ fixed: Remedies, below limit: Int, _ board: inout PlaceBoard
  ) -> Candidate? {
    guard let partner = board.partner(advocate.partner, offset) else { return nil }
    let date = board.dates[offset]
    let presence = check.presence(of: advocate, on: date)
    let load = check.load(of: advocate, on: date) { _ in false }
    var remedies = fixed.union(partner)
    if load.isFull { remedies.insert(.cap) }
    var limit = limit
    var best: (place: PlaceBoard.Start, room: PlaceBoard.Choice, remedies: Remedies)?
    for place in board.starts(offset) {
      guard let own = place.remedies, load.other(place.turn) == nil else { continue }
      var remedies = remedies.union(own)
      if !presence.covers(place.hours) { remedies.insert(.come) }
      // A room can only add to it.
      guard offset + remedies.price < limit else { continue }
      let room = board.room(advocate.partner, date, place)
      let price = offset + remedies.price + room.price
      if price < limit, !(remedies.isEmpty && room.isFree) {
        best = (place, room, remedies)
        limit = price
      }
    }
    guard let best else { return nil }
    let placement = Placement(
      request: board.profile.request.id, advocate: advocate.id, room: best.room.room, date: date,
      start: best.place.hours.start)
    let changes = changes(board.profile, advocate, placement, best.place.turn, load, best.remedies)
    return Candidate(
      placement: placement, changes: changes + best.room.changes(date, best.place.turn), price: limit)
  }

  private func changes(
    _ profile: RequestProfile, _ advocate: Advocate, _ place: Placement, _ turn: MinuteRange, _ load: AdvocateLoad,
    _ remedies: Remedies
  ) -> [WhatIf] {
    let request = profile.request.id
    return remedies.all.compactMap { remedy in
      switch remedy {
      case .cap:
        .cap(
          advocate.id, daily: advocate.dailyCap + (load.ofDay >= advocate.dailyCap ? 1 : 0),
          weekly: advocate.weeklyCap + (load.ofWeek >= advocate.weeklyCap ? 1 : 0))
      case .quota: index.partners[advocate.partner]?.quota.map { .quota(advocate.partner, $0 + 1) }
      case .escort:
        profile.inmate.block.flatMap { index.blocks[$0] }.map { .escort($0.id, $0.escortCapacity + 1) }
      case .come: .come(advocate.id, place.date, turn)
      case .house: .openHouse(place.date, turn)
      case .permitLead, .permitRefused: .permit(request, place.date)
      case .mandate: .mandate(request, advocate.id)
      case .wish: .waive(request, .wish)
      case .skill: .waive(request, .skill)
      case .language: .waive(request, .language)
      case .sex: .waive(request, .sex)
      case .classHours: .waive(request, .classHours)
      }
    }
  }
}
