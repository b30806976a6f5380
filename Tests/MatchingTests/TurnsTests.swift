import Testing

@testable import Matching

@Suite struct TurnsTests {
  /// The most that rows of sessions earn, tried one by one.
  private static func most(
    _ ground: Ground, _ layout: PriceLayout, _ price: [Int], _ advocate: Int, _ halfDay: Int, from offset: Int
  ) -> Int {
    if offset >= ground.halfDays.length[halfDay] { return 0 }
    var best = most(ground, layout, price, advocate, halfDay, from: offset + 1)
    for (index, duration) in ground.durations.enumerated()
    where ground.starts(index, advocate, halfDay) >> UInt64(offset) & 1 == 1 {
      let start = Int(ground.firstSlot[halfDay]) + offset
      let row = (index * ground.advocateCount + advocate) * ground.rowLength
      let rooms = (start..<start + duration).reduce(0) { $0 + price[layout.rooms + $1] }
      let rest = most(ground, layout, price, advocate, halfDay, from: offset + duration)
      best = max(best, price[layout.advocateHalfDay + row + halfDay] - rooms + rest)
    }
    return best
  }

  @Test func `A half-day takes the row of sessions that earns most, and the row earns what is said`() {
    var looked = 0
    for seed in 0..<400 {
      let ground = Ground(RandomProblem.make(UInt64(seed + 41_000), requests: 6))
      let layout = PriceLayout(ground)
      if !layout.hasTurns { continue }
      var random = RandomNumbers(seed: UInt64(seed))
      let price = (0..<layout.count).map { $0 < layout.partner ? random.below(20) : 0 }
      let turns = Turns<Int>(ground, layout)
      turns.take(price)
      for advocate in 0..<ground.advocateCount {
        for halfDay in 0..<ground.halfDayCount {
          var end = 0
          var sum = 0
          let value = turns.best(advocate, halfDay) { index, start in
            #expect(start >= end, "sessions do not overlap")
            end = start + ground.durations[index]
            let row = (index * ground.advocateCount + advocate) * ground.rowLength
            sum += price[layout.advocateHalfDay + row + halfDay]
            for slot in start..<end {
              sum -= price[layout.rooms + slot]
              let bit = UInt64(slot) - UInt64(ground.firstSlot[halfDay])
              #expect(ground.available[advocate * ground.halfDayCount + halfDay] >> bit & 1 == 1)
            }
          }
          #expect(value == sum)
          #expect(value == TurnsTests.most(ground, layout, price, advocate, halfDay, from: 0), "seed \(seed)")
          looked += 1
        }
      }
    }
    #expect(looked > 200)
  }

  @Test func `Half-days that hold one long session each are proved to hold no more`() throws {
    // Five slots and sessions of three: by slots alone it would be five sessions in three half-days.
    var problem = Problem(days: 3, slotsPerDay: 5, daysPerWeek: 5, weights: Weights())
    problem.partners = [Partner(target: 0, quota: 9)]
    problem.advocates = [
      Advocate(partner: 0, languages: [0], available: [SlotRange(0, 15)], dailyCap: 9, weeklyCap: 9)
    ]
    problem.rooms = [Room()]
    problem.blocks = [Block(escortCapacity: 1)]
    problem.requests = (0..<9).map { _ in Request(block: 0, duration: 3, tier: 2, weight: 10, due: 15) }
    let plan = try Engine.solve(problem, .epochs(8))
    #expect(plan.assignments.count == 3)
    #expect(plan.certificate.bound < 40)
  }
}
