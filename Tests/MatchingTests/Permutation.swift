@testable import Matching

/// The same problem with everybody in other positions.
struct Permutation {
  let problem: Problem
  /// By new position: the old one.
  private let requests, advocates, rooms: [Int]

  init(_ old: Problem, seed: UInt64) {
    var random = RandomNumbers(seed: seed &+ 99)
    func shuffle(_ count: Int) -> [Int] {
      var order = Array(0..<count)
      for index in order.indices.reversed() { order.swapAt(index, random.below(index + 1)) }
      return order
    }
    func inverse(_ order: [Int]) -> [Int] {
      order.indices.map { index in order.firstIndex(of: index) ?? 0 }
    }
    requests = shuffle(old.requests.count)
    advocates = shuffle(old.advocates.count)
    rooms = shuffle(old.rooms.count)
    let partners = shuffle(old.partners.count)
    let blocks = shuffle(old.blocks.count)
    let (requestAt, advocateAt, roomAt) = (inverse(requests), inverse(advocates), inverse(rooms))
    let (partnerAt, blockAt) = (inverse(partners), inverse(blocks))
    var new = old
    new.partners = partners.map { old.partners[$0] }
    new.blocks = blocks.map { old.blocks[$0] }
    new.advocates = advocates.map {
      var advocate = old.advocates[$0]
      advocate.partner = partnerAt[advocate.partner]
      return advocate
    }
    new.rooms = rooms.map {
      var room = old.rooms[$0]
      room.reservedFor = room.reservedFor.map { partnerAt[$0] }
      return room
    }
    new.requests = requests.map {
      var request = old.requests[$0]
      request.block = blockAt[request.block]
      request.excludedPartners = request.excludedPartners.map { partnerAt[$0] }
      request.excludedAdvocates = request.excludedAdvocates.map { advocateAt[$0] }
      request.preferredAdvocate = request.preferredAdvocate.map { advocateAt[$0] }
      request.pinnedAdvocate = request.pinnedAdvocate.map { advocateAt[$0] }
      request.pinnedRoom = request.pinnedRoom.map { roomAt[$0] }
      request.eligibleRooms = request.eligibleRooms.map { $0.map { roomAt[$0] }.reversed() }
      return request
    }
    new.adverseGroups = old.adverseGroups.map { $0.map { $0.map { requestAt[$0] } }.reversed() }.reversed()
    new.apartPairs = old.apartPairs.map { ApartPair(requestAt[$0.second], requestAt[$0.first]) }
    new.inmateGroups = old.inmateGroups.map {
      InmateGroup(members: $0.members.map { requestAt[$0] }, perDay: $0.perDay)
    }
    new.published = old.published.map {
      var session = $0
      session.request = requestAt[session.request]
      session.advocate = advocateAt[session.advocate]
      session.room = roomAt[session.room]
      return session
    }.reversed()
    problem = new
  }

  /// Assignments of the new problem in the positions of the old.
  func restored(_ assignments: [Assignment]) -> [Assignment] {
    assignments.map {
      Assignment(
        request: requests[$0.request], advocate: advocates[$0.advocate], start: $0.start, room: rooms[$0.room])
    }.sorted { $0.request < $1.request }
  }
}
