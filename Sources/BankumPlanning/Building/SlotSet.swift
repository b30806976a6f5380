import Matching

/// A set of slots that can be read as ranges, in order and apart from each other.
struct SlotSet: Hashable, Sendable {
  private var flags: [Bool]

  init(count: Int) { flags = Array(repeating: false, count: count) }

  subscript(slot: Int) -> Bool { flags[slot] }

  mutating func insert(_ range: SlotRange?) {
    guard let range else { return }
    for slot in range.start..<range.end { flags[slot] = true }
  }

  mutating func remove(_ range: SlotRange?) {
    guard let range else { return }
    for slot in range.start..<range.end { flags[slot] = false }
  }

  mutating func formUnion(_ other: SlotSet) {
    for slot in flags.indices where other.flags[slot] { flags[slot] = true }
  }

  var isEmpty: Bool { !flags.contains(true) }

  /// The slots one by one.
  var slots: [Int] { flags.indices.filter { flags[$0] } }

  /// The slots as ranges. A range goes over midnight only if both days are in it to the edge.
  var ranges: [SlotRange] { ranges(where: true) }

  /// Everything else, as ranges.
  var complement: [SlotRange] { ranges(where: false) }

  private func ranges(where wanted: Bool) -> [SlotRange] {
    var found: [SlotRange] = []
    var start: Int?
    for slot in flags.indices {
      if flags[slot] == wanted {
        start = start ?? slot
      } else if let first = start {
        found.append(SlotRange(first, slot))
        start = nil
      }
    }
    if let start { found.append(SlotRange(start, flags.count)) }
    return found
  }
}
