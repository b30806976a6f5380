package import BankumModel
package import Matching

/// The engine's problem with the way back: which index stands for whom.
package struct PlanningProblem: Sendable {
  /// One who serves, in the engine's eyes: an advocate by his confirmed hours, or by those nobody has confirmed.
  package struct Seat: Hashable, Sendable {
    /// Who.
    package let advocate: BankumModel.Advocate.ID
    /// Whether by unconfirmed hours only.
    package let isStale: Bool
  }

  /// One place to meet: a room, in the hours that are nobody's or in those reserved for one partner.
  package struct Place: Hashable, Sendable {
    /// Which room.
    package let room: BankumModel.Room.ID
    /// For whom it is reserved; nil: for nobody.
    package let reservedFor: BankumModel.Partner.ID?
  }

  /// What one of the engine's requests stands for.
  package enum Item: Sendable {
    /// An open request that looks for a place, with the minutes of its meeting.
    case request(RequestProfile, minutes: Int)
    /// A meeting that stays where it is.
    case fixed(Session)
  }

  /// What the engine solves.
  package internal(set) var problem: Matching.Problem
  /// The facts that it was made from.
  package let index: FactIndex
  /// The slots.
  package let grid: TimeGrid
  /// By the engine's advocate.
  package let seats: [Seat]
  /// By the engine's room.
  package let places: [Place]
  /// By the engine's request.
  package let items: [Item]
  /// Published meetings that may move, by request.
  package let movable: [BankumModel.Request.ID: Session]
  /// Published meetings that break a rule today and were given up: their requests are placed anew.
  package let broken: [Session.ID: [RuleBreach]]
  /// Meetings that stay, in the engine's problem or as time taken out of it.
  package let fixed: [Session]
  /// Open requests with a meeting that stays.
  package let served: Set<BankumModel.Request.ID>
  /// Open requests that no place can serve whatever the engine does: they are not in the problem.
  package let hopeless: [RequestProfile]

  /// The engine's request of an open request, or nil.
  package func position(of request: BankumModel.Request.ID) -> Int? {
    items.firstIndex {
      if case .request(let profile, _) = $0 { profile.request.id == request } else { false }
    }
  }

  /// The open request that one of the engine's stands for; nil for a meeting that serves none, or none that is open.
  package func openRequest(_ position: Int) -> BankumModel.Request.ID? {
    switch items[position] {
    case .request(let profile, _): profile.request.id
    case .fixed(let session): session.request.flatMap { served.contains($0) ? $0 : nil }
    }
  }

  /// The placement that an assignment of an open request means; nil for a meeting that stays.
  package func placement(_ assignment: Assignment) -> Placement? {
    guard case .request(let profile, let minutes) = items[assignment.request] else { return nil }
    return Placement(
      request: profile.request.id, advocate: seats[assignment.advocate].advocate,
      room: places[assignment.room].room, date: grid.date(of: assignment.start),
      start: grid.minute(of: assignment.start), minutes: minutes)
  }

  /// The assignments that a placement can be: none if it begins off the grid or with somebody unknown to the
  /// problem; more than one seat or place otherwise, of which the engine allows one at most.
  package func assignments(_ placement: Placement) -> [Assignment] {
    guard let request = position(of: placement.request), let start = grid.slot(placement.date, placement.start) else {
      return []
    }
    var found: [Assignment] = []
    for (advocate, seat) in seats.enumerated() where seat.advocate == placement.advocate {
      for (room, place) in places.enumerated() where place.room == placement.room {
        found.append(Assignment(request: request, advocate: advocate, start: start, room: room))
      }
    }
    return found
  }
}
