/// A plan on the search's table: for questions of the kind "what if".
///
/// Everything is in the positions of the input. Used by one thread.
final class Desk {
  let ground: Ground
  let state: SearchState
  let annealing: Annealing

  /// - Parameter changeLimit: the most published sessions that may change, or nil for any number.
  init(_ problem: Problem, _ assignments: [Assignment], prices: [Int], changeLimit: Int? = nil) {
    ground = Ground(problem)
    state = SearchState(ground, Relations(problem))
    let rooms = RoomColouring(ground, state, roomsStay: changeLimit != nil)
    annealing = Annealing(ground, state, rooms, seed: 1, changeLimit: changeLimit ?? Int.max)
    let layout = PriceLayout(ground)
    let order = layout.certificateOrder
    var padded = Array(repeating: Float(0), count: layout.count)
    if prices.count == order.count {
      for (index, position) in order.enumerated() { padded[position] = Float(prices[index]) }
    }
    padded.withUnsafeBufferPointer {
      // The layout always has the room prices of one half-day row at least, or no half-day to fill.
      if let base = $0.baseAddress {
        annealing.candidates.rebuild(base, depth: Float(ground.unit), margin: .greatestFiniteMagnitude)
      }
    }
    for session in assignments { annealing.put(session.request, session.advocate, session.start) }
    state.forget()
  }

  /// The sessions on the table with rooms, by request.
  var assignments: [Assignment] {
    (0..<ground.halfDayCount).flatMap { annealing.rooms.rooms($0) ?? [] }.sorted { $0.request < $1.request }
  }
}
