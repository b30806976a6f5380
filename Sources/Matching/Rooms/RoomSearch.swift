/// Colours intervals with rooms when each has its own list of rooms: depth first, those with the fewest rooms
/// first. Exact within its limit of steps; beyond it the answer is a safe no.
struct RoomSearch {
  /// One session to put somewhere.
  struct Session {
    /// Its slots inside the half-day.
    var slots: UInt64
    /// The rooms that are open and fit.
    var rooms: UInt64
    /// The room to try first, or -1.
    var wish: Int
  }

  /// The room of each session, after `solve` said yes.
  private(set) var room: [Int]
  private let sessions: [Session]
  private let order: [Int]
  private let special: UInt64
  /// By room: the rooms that the same sessions may have.
  private var alike = Array(repeating: UInt64(0), count: 64)
  private var busy = Array(repeating: UInt64(0), count: 64)
  private var steps = 0

  /// - Parameter special: rooms that others need, taken last.
  init(_ sessions: [Session], special: UInt64) {
    self.sessions = sessions
    self.special = special
    room = Array(repeating: -1, count: sessions.count)
    let most = sessions.map(\.rooms.nonzeroBitCount).max() ?? 0
    var groups: [UInt64] = [.max]
    for rooms in Set(sessions.map(\.rooms)) {
      groups = groups.flatMap { [$0 & rooms, $0 & ~rooms] }.filter { $0 != 0 }
    }
    for group in groups { for room in 0..<64 where group >> UInt64(room) & 1 == 1 { alike[room] = group } }
    order = sessions.indices.sorted { left, right in
      let first = sessions[left]
      let second = sessions[right]
      // Sessions that may go anywhere come last, from left to right: for them the order of intervals is best.
      let narrow = (first.rooms.nonzeroBitCount, second.rooms.nonzeroBitCount)
      if narrow.0 != narrow.1 && (narrow.0 < most || narrow.1 < most) { return narrow.0 < narrow.1 }
      let starts = (first.slots.trailingZeroBitCount, second.slots.trailingZeroBitCount)
      return starts.0 != starts.1 ? starts.0 < starts.1 : left < right
    }
  }

  /// Whether there is a way; `limit` bounds the steps.
  mutating func solve(limit: Int) -> Bool {
    steps = limit
    return !isCrowded && place(0)
  }

  /// Whether more sessions than there are rooms for them have to share them in some slot: nothing is searched then.
  private var isCrowded: Bool {
    for rooms in Set(sessions.map(\.rooms)) {
      var users = Array(repeating: 0, count: 64)
      for session in sessions where session.rooms & ~rooms == 0 {
        var rest = session.slots
        while rest != 0 {
          users[rest.trailingZeroBitCount] += 1
          rest &= rest &- 1
        }
      }
      if users.contains(where: { $0 > rooms.nonzeroBitCount }) { return true }
    }
    return false
  }

  private mutating func place(_ position: Int) -> Bool {
    if position == order.count { return true }
    steps -= 1
    if steps < 0 { return false }
    let session = sessions[order[position]]
    if session.wish >= 0 && session.rooms >> UInt64(session.wish) & 1 == 1 && take(position, session.wish) {
      return true
    }
    for pass in 0..<2 {
      var rest = pass == 0 ? session.rooms & ~special : session.rooms & special
      var tried: UInt64 = 0
      while rest != 0 {
        let next = rest.trailingZeroBitCount
        rest &= rest &- 1
        // What a room did not do, another of the same kind that is taken at the same times will not do either.
        var same = tried & alike[next]
        while same != 0 && busy[same.trailingZeroBitCount] != busy[next] { same &= same &- 1 }
        if same != 0 { continue }
        tried |= 1 << UInt64(next)
        if next != session.wish && take(position, next) { return true }
        if steps < 0 { return false }
      }
    }
    return false
  }

  private mutating func take(_ position: Int, _ next: Int) -> Bool {
    let slots = sessions[order[position]].slots
    if busy[next] & slots != 0 { return false }
    busy[next] |= slots
    room[order[position]] = next
    if place(position + 1) { return true }
    busy[next] &= ~slots
    return false
  }
}
