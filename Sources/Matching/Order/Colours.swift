/// What distinguishes the parts of a problem from each other, without their positions: colour refinement.
///
/// A part's colour is a hash of its content; each round adds the colours of what it refers to and of what refers
/// to it, until no more parts come apart. Source: B. Weisfeiler, A. Leman, 1968.
struct Colours {
  var partners, advocates, rooms, blocks, requests: [UInt64]
  private let problem: Problem

  init(_ problem: Problem) {
    self.problem = problem
    partners = problem.partners.map {
      var hash = ContentHash(1)
      hash.add($0.target)
      hash.add($0.quota)
      return hash.value
    }
    advocates = problem.advocates.map {
      var hash = ContentHash(2)
      for number in [$0.gender, $0.dailyCap, $0.weeklyCap] { hash.add(number) }
      hash.add(set: Set($0.skills))
      hash.add(set: Set($0.languages))
      hash.add($0.available)
      return hash.value
    }
    rooms = problem.rooms.map {
      var hash = ContentHash(3)
      hash.add($0.accessible ? 1 : 0)
      hash.add($0.closed)
      return hash.value
    }
    blocks = problem.blocks.map {
      var hash = ContentHash(4)
      hash.add($0.escortCapacity)
      return hash.value
    }
    requests = problem.requests.map {
      var hash = ContentHash(5)
      let numbers = [
        $0.duration, $0.tier, $0.waitingDays, $0.weight, $0.release, $0.due, $0.skill, $0.skillHard ? 1 : 0,
        $0.language, $0.gender, $0.accessible ? 1 : 0, $0.pinnedStart ?? -1, $0.eligibleRooms == nil ? 0 : 1,
      ]
      for number in numbers { hash.add(number) }
      hash.add($0.busy)
      hash.add(
        set: $0.costs.map {
          ContentHash.mix(UInt64(bitPattern: Int64($0.slots.start << 24 ^ $0.slots.end)))
            ^ UInt64(bitPattern: Int64($0.perSlot))
        })
      return hash.value
    }
  }

  /// Different colours in all.
  var count: Int {
    Set(partners).count + Set(advocates).count + Set(rooms).count + Set(blocks).count + Set(requests).count
  }

  /// Rounds until nothing more comes apart.
  mutating func refine() {
    var before = 0
    while count > before {
      before = count
      round()
    }
  }

  private mutating func round() {
    var partnerSum = Array(repeating: UInt64(0), count: partners.count)
    var advocateSum = Array(repeating: UInt64(0), count: advocates.count)
    var roomSum = Array(repeating: UInt64(0), count: rooms.count)
    var blockSum = Array(repeating: UInt64(0), count: blocks.count)
    var requestSum = Array(repeating: UInt64(0), count: requests.count)
    /// Two parts see each other in a role.
    func tie(_ role: UInt64, _ mine: UInt64, _ sum: inout UInt64, _ theirs: UInt64, _ otherSum: inout UInt64) {
      sum &+= ContentHash.mix(theirs ^ role &* 0x9e37_79b9)
      otherSum &+= ContentHash.mix(mine ^ role &* 0x85eb_ca6b)
    }
    for (index, advocate) in problem.advocates.enumerated() {
      tie(1, advocates[index], &advocateSum[index], partners[advocate.partner], &partnerSum[advocate.partner])
    }
    for (index, room) in problem.rooms.enumerated() {
      if let owner = room.reservedFor { tie(2, rooms[index], &roomSum[index], partners[owner], &partnerSum[owner]) }
    }
    for (index, request) in problem.requests.enumerated() {
      let mine = requests[index]
      tie(3, mine, &requestSum[index], blocks[request.block], &blockSum[request.block])
      for partner in Set(request.excludedPartners) {
        tie(4, mine, &requestSum[index], partners[partner], &partnerSum[partner])
      }
      for advocate in Set(request.excludedAdvocates) {
        tie(5, mine, &requestSum[index], advocates[advocate], &advocateSum[advocate])
      }
      for room in Set(request.eligibleRooms ?? []) {
        tie(6, mine, &requestSum[index], rooms[room], &roomSum[room])
      }
      if let advocate = request.preferredAdvocate {
        tie(7, mine, &requestSum[index], advocates[advocate], &advocateSum[advocate])
      }
      if let advocate = request.pinnedAdvocate {
        tie(8, mine, &requestSum[index], advocates[advocate], &advocateSum[advocate])
      }
      if let room = request.pinnedRoom { tie(9, mine, &requestSum[index], rooms[room], &roomSum[room]) }
    }
    for session in problem.published {
      var hash = ContentHash(10)
      for number in [session.start, session.movePrice ?? -1, session.frozen ? 1 : 0] { hash.add(number) }
      for colour in [requests[session.request], advocates[session.advocate], rooms[session.room]] { hash.add(colour) }
      requestSum[session.request] &+= ContentHash.mix(hash.value ^ 1)
      advocateSum[session.advocate] &+= ContentHash.mix(hash.value ^ 2)
      roomSum[session.room] &+= ContentHash.mix(hash.value ^ 3)
    }
    for group in problem.adverseGroups {
      let sides = group.map { side in Set(side).reduce(UInt64(0)) { $0 &+ ContentHash.mix(requests[$1]) } }
      let whole = sides.reduce(UInt64(11)) { $0 &+ ContentHash.mix($1) }
      for (side, members) in group.enumerated() {
        for request in Set(members) { requestSum[request] &+= ContentHash.mix(ContentHash.mix(whole) ^ sides[side]) }
      }
    }
    for pair in problem.apartPairs {
      requestSum[pair.first] &+= ContentHash.mix(requests[pair.second] ^ 12)
      requestSum[pair.second] &+= ContentHash.mix(requests[pair.first] ^ 12)
    }
    for group in problem.inmateGroups {
      let whole = group.members.reduce(UInt64(group.perDay)) { $0 &+ ContentHash.mix(requests[$1] ^ 13) }
      for request in group.members { requestSum[request] &+= ContentHash.mix(whole) }
    }
    func absorb(_ colours: inout [UInt64], _ sums: [UInt64]) {
      for index in colours.indices { colours[index] = ContentHash.mix(colours[index] &* 31 &+ sums[index]) }
    }
    absorb(&partners, partnerSum)
    absorb(&advocates, advocateSum)
    absorb(&rooms, roomSum)
    absorb(&blocks, blockSum)
    absorb(&requests, requestSum)
  }
}
