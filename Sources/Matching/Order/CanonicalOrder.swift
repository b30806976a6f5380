/// A problem in an order that follows from its content, with the way back.
///
/// Permuting the input permutes the answer: parts are sorted by colour (`Colours`). Parts that stay alike are
/// interchangeable unless others refer to them one by one; of those one is singled out and the colours are refined
/// again, as often as needed (at most `mostRounds` times: a house has no such symmetries, hostile input may).
struct CanonicalOrder {
  /// Beyond so many symmetric parts the input order decides.
  static let mostRounds = 64

  /// The problem in canonical order.
  let problem: Problem
  /// By canonical position: the position in the input.
  let partners, advocates, rooms, blocks, requests: [Int]

  init(_ input: Problem) {
    var colours = Colours(input)
    colours.refine()
    let linked = CanonicalOrder.linked(input)
    var rounds = 0
    while rounds < CanonicalOrder.mostRounds, CanonicalOrder.singleOut(&colours, linked, UInt64(rounds)) {
      colours.refine()
      rounds += 1
    }
    func order(_ colours: [UInt64]) -> [Int] {
      colours.indices.sorted { (colours[$0], $0) < (colours[$1], $1) }
    }
    partners = order(colours.partners)
    advocates = order(colours.advocates)
    rooms = order(colours.rooms)
    blocks = order(colours.blocks)
    requests = order(colours.requests)
    problem = CanonicalOrder.rearranged(
      input, partners: partners, advocates: advocates, rooms: rooms, blocks: blocks, requests: requests)
  }

  /// The assignments in the positions of the input, by request.
  func restored(_ assignments: [Assignment]) -> [Assignment] {
    assignments.map {
      Assignment(
        request: requests[$0.request], advocate: advocates[$0.advocate], start: $0.start, room: rooms[$0.room])
    }.sorted { $0.request < $1.request }
  }

  /// Assignments of the input in canonical positions.
  func canonical(_ assignments: [Assignment]) -> [Assignment] {
    if assignments.isEmpty { return [] }
    let at = (
      CanonicalOrder.inverse(requests), CanonicalOrder.inverse(advocates), CanonicalOrder.inverse(rooms)
    )
    return assignments.map {
      Assignment(request: at.0[$0.request], advocate: at.1[$0.advocate], start: $0.start, room: at.2[$0.room])
    }.sorted { $0.request < $1.request }
  }

  /// The proof in the positions of the input.
  func restored(_ proof: TierOneProof) -> TierOneProof {
    var result = proof
    result.impossible = proof.impossible.map { requests[$0] }.sorted()
    result.waiting = proof.waiting.map { requests[$0] }.sorted()
    return result
  }

  /// The exceptions in the positions of the input, by who waits.
  func restored(_ exceptions: [FairnessAudit.Exception]) -> [FairnessAudit.Exception] {
    exceptions.map {
      var result = $0
      result.waiting = requests[$0.waiting]
      result.holder = requests[$0.holder]
      return result
    }.sorted { ($0.waiting, $0.kind.rawValue) < ($1.waiting, $1.kind.rawValue) }
  }

  /// Inversions in the positions of the input.
  func restored(_ inversions: [OrderAudit.Inversion]) -> [OrderAudit.Inversion] {
    inversions.map {
      var result = $0
      result.higher = requests[$0.higher]
      result.lower = requests[$0.lower]
      return result
    }.sorted { $0.higher < $1.higher }
  }

  /// Certificate prices in the positions of the input.
  func restored(_ prices: [Int]) -> [Int] {
    moved(prices) { input, canonical in (canonical, input) }
  }

  /// Certificate prices of the input in canonical positions.
  func canonical(_ prices: [Int]) -> [Int] {
    moved(prices) { input, canonical in (input, canonical) }
  }

  /// Moves rows; `direction` turns (position in the input, canonical position) into (row read, row written).
  private func moved(_ prices: [Int], _ direction: (Int, Int) -> (from: Int, to: Int)) -> [Int] {
    let halfDays = HalfDays(problem).count
    let weeks = (problem.days + problem.daysPerWeek - 1) / problem.daysPerWeek
    // See `PriceLayout`; what comes after the partners stays in canonical order.
    let isLong = problem.hasLongSessions
    let rows = isLong ? Set(problem.requests.map(\.duration)).count : 1
    let families: [(order: [Int], length: Int)] =
      Array(repeating: (advocates, halfDays), count: rows)
      + [
        ([0], (isLong ? problem.slotCount : halfDays) + halfDays), (advocates, problem.days), (advocates, weeks),
        (blocks, halfDays), (partners, 1),
      ]
    let size = families.reduce(0) { $0 + $1.order.count * $1.length }
    if prices.count < size { return prices }
    var result = prices
    var base = 0
    for (order, length) in families {
      for (canonical, input) in order.enumerated() {
        let (from, to) = direction(input, canonical)
        for column in 0..<length { result[base + to * length + column] = prices[base + from * length + column] }
      }
      base += order.count * length
    }
    return result
  }

  /// The parts that others refer to one by one.
  private struct Linked {
    var advocates, rooms, requests: Set<Int>
  }

  private static func linked(_ problem: Problem) -> Linked {
    var linked = Linked(advocates: [], rooms: [], requests: [])
    for request in problem.requests {
      linked.advocates.formUnion(request.excludedAdvocates)
      linked.advocates.formUnion([request.preferredAdvocate, request.pinnedAdvocate].compactMap(\.self))
      linked.rooms.formUnion(request.eligibleRooms ?? [])
      if let room = request.pinnedRoom { linked.rooms.insert(room) }
    }
    for (index, room) in problem.rooms.enumerated() where room.reservedFor != nil { linked.rooms.insert(index) }
    for session in problem.published {
      linked.advocates.insert(session.advocate)
      linked.rooms.insert(session.room)
      linked.requests.insert(session.request)
    }
    for group in problem.adverseGroups { for side in group { linked.requests.formUnion(side) } }
    for pair in problem.apartPairs { linked.requests.formUnion([pair.first, pair.second]) }
    for group in problem.inmateGroups { linked.requests.formUnion(group.members) }
    return linked
  }

  /// Gives one of several alike and linked parts a colour of its own; false when there is none.
  private static func singleOut(_ colours: inout Colours, _ linked: Linked, _ round: UInt64) -> Bool {
    func pick(_ colours: inout [UInt64], _ among: (Int) -> Bool) -> Bool {
      var first: [UInt64: Int] = [:]
      var best: (colour: UInt64, index: Int)?
      for index in colours.indices where among(index) {
        if let earlier = first[colours[index]] {
          if best.map({ colours[index] < $0.colour }) ?? true { best = (colours[index], earlier) }
        } else {
          first[colours[index]] = index
        }
      }
      guard let best else { return false }
      colours[best.index] = ContentHash.mix(colours[best.index] ^ round &+ 1)
      return true
    }
    return pick(&colours.partners, { _ in true }) || pick(&colours.blocks, { _ in true })
      || pick(&colours.advocates, linked.advocates.contains) || pick(&colours.rooms, linked.rooms.contains)
      || pick(&colours.requests, linked.requests.contains)
  }

  private static func rearranged(
    _ input: Problem, partners: [Int], advocates: [Int], rooms: [Int], blocks: [Int], requests: [Int]
  ) -> Problem {
    let (partnerAt, advocateAt, roomAt) = (inverse(partners), inverse(advocates), inverse(rooms))
    let (blockAt, requestAt) = (inverse(blocks), inverse(requests))
    var result = input
    result.closed = Set(input.closed).sorted()
    result.partners = partners.map { input.partners[$0] }
    result.advocates = advocates.map {
      var advocate = input.advocates[$0]
      advocate.partner = partnerAt[advocate.partner]
      return advocate
    }
    result.rooms = rooms.map {
      var room = input.rooms[$0]
      room.reservedFor = room.reservedFor.map { partnerAt[$0] }
      return room
    }
    result.blocks = blocks.map { input.blocks[$0] }
    result.requests = requests.map {
      var request = input.requests[$0]
      request.block = blockAt[request.block]
      request.excludedPartners = request.excludedPartners.map { partnerAt[$0] }.sorted()
      request.excludedAdvocates = request.excludedAdvocates.map { advocateAt[$0] }.sorted()
      request.preferredAdvocate = request.preferredAdvocate.map { advocateAt[$0] }
      request.pinnedAdvocate = request.pinnedAdvocate.map { advocateAt[$0] }
      request.pinnedRoom = request.pinnedRoom.map { roomAt[$0] }
      request.eligibleRooms = request.eligibleRooms.map { $0.map { roomAt[$0] }.sorted() }
      return request
    }
    result.adverseGroups = input.adverseGroups.map { group in
      group.map { $0.map { requestAt[$0] }.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }.sorted { $0.lexicographicallyPrecedes($1) { $0.lexicographicallyPrecedes($1) } }
    result.apartPairs = input.apartPairs.map {
      let (first, second) = (requestAt[$0.first], requestAt[$0.second])
      return ApartPair(min(first, second), max(first, second))
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    result.inmateGroups = input.inmateGroups.map {
      InmateGroup(members: $0.members.map { requestAt[$0] }.sorted(), perDay: $0.perDay)
    }.sorted { $0.members.lexicographicallyPrecedes($1.members) }
    result.published = input.published.map {
      var session = $0
      session.request = requestAt[session.request]
      session.advocate = advocateAt[session.advocate]
      session.room = roomAt[session.room]
      return session
    }.sorted { $0.request < $1.request }
    return result
  }

  private static func inverse(_ order: [Int]) -> [Int] {
    var result = order
    for (position, index) in order.enumerated() { result[index] = position }
    return result
  }
}
