/// The half-days of a problem: maximal runs of open slots inside a day, in the order of time.
package struct HalfDays: Sendable {
  /// The first slot of each.
  package private(set) var first: [Int] = []
  /// The number of slots of each.
  package private(set) var length: [Int] = []
  /// The half-day of each slot, or -1 for a closed slot.
  package private(set) var ofSlot: [Int]
  private let slotsPerDay: Int

  /// Finds the runs. The slots in `closed` have to lie inside the horizon.
  package init(_ problem: Problem) {
    slotsPerDay = problem.slotsPerDay
    ofSlot = Array(repeating: 0, count: problem.slotCount)
    for slot in problem.closed { ofSlot[slot] = -1 }
    for slot in ofSlot.indices where ofSlot[slot] >= 0 {
      if slot % slotsPerDay == 0 || ofSlot[slot - 1] < 0 {
        first.append(slot)
        length.append(0)
      }
      ofSlot[slot] = first.count - 1
      length[first.count - 1] += 1
    }
  }

  /// How many there are.
  package var count: Int { first.count }

  /// The day of a half-day.
  package func day(_ halfDay: Int) -> Int { first[halfDay] / slotsPerDay }

  /// A day with a run of more than 64 slots, which the bit masks of the search cannot hold.
  var tooLong: Int? { length.firstIndex { $0 > 64 }.map(day) }
}
