@testable import Matching

/// Costs that make the day of a session count: a little for each day, much from the end of a clock on.
enum DayCosts {
  /// Adds them to every request of a problem.
  static func add(to problem: inout Problem, _ seed: Int) {
    var random = RandomNumbers(seed: UInt64(seed) &+ 77)
    for index in problem.requests.indices {
      let slots = problem.slotCount
      for slot in 1..<max(2, slots) where slots > 1 {
        problem.requests[index].costs.append(
          SlotCost(slots: SlotRange(slot, slots), perSlot: random.below(4)))
      }
      problem.requests[index].costs.append(
        SlotCost(slots: SlotRange(random.below(slots), slots), perSlot: 5 + random.below(20)))
    }
  }
}
