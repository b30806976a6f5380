/// Which sessions that may be in any room go to the accessible ones, where all rooms are open and of two kinds.
///
/// Sessions are intervals, and as many rooms of a kind as it has sessions in any slot suffice. So it is enough to choose
/// sessions such that in every slot those that are not chosen fit in the plain rooms and those that are chosen fit in
/// the accessible ones beside the sessions that need these. Every accessible room is a unit of flow along the slots,
/// which either waits or goes through a session: exact, by augmenting paths (L. R. Ford, D. R. Fulkerson, "Maximal flow
/// through a network", 1956), where a search over rooms grows with their number's factorial.
struct RoomSplit {
  private var head: [Int32]
  private var next: [Int32] = []
  private var target: [Int32] = []
  private var capacity: [Int32] = []

  /// The choice, or nil when there is none.
  /// - Parameters:
  ///   - sessions: the slots of each session that may be in any room.
  ///   - taken: by slot, how many sessions need an accessible room.
  static func chosen(_ sessions: [Range<Int>], taken: [Int], plain: Int, accessible: Int) -> [Bool]? {
    var split = RoomSplit(nodes: taken.count + 3)
    for session in sessions { split.connect(session.lowerBound, session.upperBound, 1) }
    var use = Array(repeating: 0, count: taken.count)
    for session in sessions { for slot in session { use[slot] += 1 } }
    // What a slot's rooms that wait have to be at least (the sessions that need them wait in them) flows in any case.
    var net = Array(repeating: 0, count: taken.count + 1)
    net[0] += accessible
    net[taken.count] -= accessible
    for slot in taken.indices {
      let most = accessible - max(0, use[slot] - plain)
      if most < taken[slot] { return nil }
      split.connect(slot, slot + 1, most - taken[slot])
      net[slot] -= taken[slot]
      net[slot + 1] += taken[slot]
    }
    let source = taken.count + 1
    let sink = taken.count + 2
    var missing = 0
    for (node, value) in net.enumerated() where value != 0 {
      if value > 0 { split.connect(source, node, value) } else { split.connect(node, sink, -value) }
      missing += max(0, value)
    }
    while missing > 0 {
      let more = split.augment(source, sink)
      if more == 0 { return nil }
      missing -= more
    }
    return sessions.indices.map { split.capacity[2 * $0] == 0 }
  }

  private init(nodes: Int) { head = Array(repeating: -1, count: nodes) }

  private mutating func connect(_ from: Int, _ to: Int, _ most: Int) {
    for (start, end, room) in [(from, to, most), (to, from, 0)] {
      next.append(head[start])
      head[start] = Int32(target.count)
      target.append(Int32(end))
      capacity.append(Int32(room))
    }
  }

  /// Sends what fits along one shortest path; 0 when there is none.
  private mutating func augment(_ source: Int, _ sink: Int) -> Int {
    var arrival = Array(repeating: Int32(-1), count: head.count)
    var queue = [source]
    var position = 0
    while position < queue.count && arrival[sink] < 0 {
      var edge = head[queue[position]]
      position += 1
      while edge >= 0 {
        let node = Int(target[Int(edge)])
        if capacity[Int(edge)] > 0 && arrival[node] < 0 && node != source {
          arrival[node] = edge
          queue.append(node)
        }
        edge = next[Int(edge)]
      }
    }
    if arrival[sink] < 0 { return 0 }
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(Int(arrival[node]))
      node = Int(target[Int(arrival[node]) ^ 1])
    }
    let most = path.reduce(Int32.max) { min($0, capacity[$1]) }
    for edge in path {
      capacity[edge] -= most
      capacity[edge ^ 1] += most
    }
    return Int(most)
  }
}
