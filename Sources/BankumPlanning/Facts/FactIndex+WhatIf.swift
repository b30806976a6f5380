import BankumModel

extension FactIndex {
  /// The index of the facts with the changes made: equal to one that is made of them anew, but what the changes do not
  /// touch is taken over, so that many of them can be tried.
  ///
  /// Throws `whatIf` for a change that names something unknown, `facts` as the index itself.
  func applying(_ changes: [WhatIf]) throws(PlanningError) -> FactIndex {
    let changed = try facts.applying(changes)
    var index = self
    index.facts = changed
    var touched: Set<Inmate.ID> = []
    for change in changes {
      switch change {
      case .absent, .closeRoom, .closeHouse, .leave:
        // These open no place, so nobody tries them one after the other.
        return try FactIndex(changed, period: period)
      case .cap(let id, _, _): index.advocates[id] = changed.advocates.first { $0.id == id }
      case .come(let id, _, _):
        index.advocates[id] = changed.advocates.first { $0.id == id }
        index.availability[id] = changed.availability.filter { $0.advocate == id }
        if availability[id] == nil { touched.formUnion(wishing(for: advocates[id]?.partner)) }
      case .openRoom, .addRoom:
        index.rooms = Dictionary(changed.rooms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      case .openHouse(let date, _):
        if openingHours[date] != nil {
          index.openingHours[date] = try PlanningError.facts { () throws(ModelError) in
            try changed.calendar.openingHours(on: date)
          }
        }
      case .escort(let id, _): index.blocks[id] = changed.blocks.first { $0.id == id }
      case .quota(let id, _): index.partners[id] = changed.partners.first { $0.id == id }
      case .waive(let id, _), .permit(let id, _):
        let request = changed.requests.first { $0.id == id }
        index.requests[id] = request
        if let inmate = request?.inmate { touched.insert(inmate) }
      case .mandate(let id, let advocate):
        guard let inmate = requests[id]?.inmate, let partner = advocates[advocate]?.partner else { continue }
        index.mandates[inmate] = changed.mandates.filter { $0.inmate == inmate }
        index.wall = index.wall.binding(Representation(inmate: inmate, partner: partner, tie: .mandate))
        touched.insert(inmate)
        touched.formUnion(wall.adversaries(of: inmate))
      case .reserve: break
      }
    }
    try index.renewProfiles(of: touched)
    return index
  }

  /// Who chose a partner: the choice binds once somebody of it comes at all.
  private func wishing(for partner: Partner.ID?) -> [Inmate.ID] {
    guard let partner else { return [] }
    return profiles.filter { $0.request.wishPartner == partner }.map(\.inmate.id)
  }

  /// Makes the profiles of these people anew, and of those whom the longest waits count in or out by it.
  private mutating func renewProfiles(of people: Set<Inmate.ID>) throws(PlanningError) {
    let isShareKept = numbers.value.longestWaitingShare > 0
    guard !people.isEmpty || isShareKept else { return }
    let maker = try ProfileMaker(facts)
    try forget(people, maker)
    let longest = LongestWaiting(profiles, self)
    let moved = Set(profiles.filter { longest.contains($0) != $0.isAmongLongestWaiting }.map(\.inmate.id))
    try forget(moved.subtracting(people), maker)
    let touched = people.union(moved)
    let positions = profiles.indices.filter { touched.contains(profiles[$0].inmate.id) }
    let alarms = OverstayAlarms(positions.map { profiles[$0] }, facts)
    for position in positions {
      profiles[position] = try maker.profile(profiles[position], alarms, longest, self)
      profileOf[profiles[position].request.id] = profiles[position]
    }
  }

  /// Makes the profiles of these people what they are by themselves.
  private mutating func forget(_ people: Set<Inmate.ID>, _ maker: ProfileMaker) throws(PlanningError) {
    guard !people.isEmpty else { return }
    for position in profiles.indices where people.contains(profiles[position].inmate.id) {
      let (request, inmate) = (profiles[position].request, profiles[position].inmate)
      profiles[position] = try maker.profile(requests[request.id] ?? request, inmate, self)
    }
  }
}

extension RequestProfile {
  /// Whether a share of the places is kept for it.
  fileprivate var isAmongLongestWaiting: Bool { priority.factors.contains { $0.kind == .longestWaiting } }
}
