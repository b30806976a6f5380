import BankumModel
import BankumPlanning
import BankumTesting
import JSON
import SeededNumbers
import Testing

@testable import house_simulation

/// The quick form of `deploy/simulate --compare`.
@Suite("Policies side by side")
struct ComparisonTests {
  @Test("three weeks of every policy: the same dice, nothing double-booked, nobody vanishes, no more met than possible")
  func samePeopleSameDays() async throws {
    var facts = try await HouseSimulation.sample()
    facts.requests = facts.requests.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    var lives: [Life] = []
    var meetings: Set<Int> = []
    for policy in Policy.allCases {
      var order = SimulationOrder()
      order.policy = policy
      order.weeks = 3
      order.effort = 1
      order.days = 5
      order.arrivals = 30
      order.printsWeeks = false
      // The engine is slow in a debug build: it plans on Mondays, which is a policy of its own.
      order.runsDaily = !policy.isEngine
      // The inspections throw at the first rule that does not hold.
      var simulation = try Simulation(facts, order)
      try simulation.run()
      lives.append(try Life(simulation))
      meetings.insert(simulation.outcomes.placesUsed)
    }
    let comparison = try Comparison(lives)
    #expect(Set(lives.map(\.world)).count == 1)
    #expect(Set(lives.map(\.filed)).count == 1)
    #expect(lives.allSatisfy { $0.held > 0 })
    #expect(meetings.count > 1, "the policies planned the same")
    #expect((lives[0].clocks[.term]?.asked ?? 0) > 0)
    #expect(comparison.lines.count > 20)
  }

  @Test("another seed is another world")
  func anotherSeed() async throws {
    let facts = try await HouseSimulation.sample()
    var worlds: Set<String> = []
    for seed in [1, 2] as [UInt64] {
      var order = SimulationOrder()
      order.policy = .paper
      order.seed = seed
      order.weeks = 1
      order.printsWeeks = false
      var simulation = try Simulation(facts, order)
      try simulation.run()
      worlds.insert(try Life(simulation).world)
    }
    #expect(worlds.count == 2)
  }

  @Test("lives of different worlds, and more met than the bound allows, are refused")
  func incomparable() throws {
    var one = Life()
    one.policy = "bankum"
    one.world = "a"
    one.clocks = [.hearing: Life.Clock(asked: 5, met: 3, most: 4), .term: Life.Clock(), .appeal: Life.Clock()]
    var other = one
    other.policy = "paper"
    #expect(throws: Never.self) { try Comparison([one, other]) }
    other.world = "b"
    #expect(throws: Broken.self) { try Comparison([one, other]) }
    other = one
    other.clocks[.hearing]?.met = 5
    #expect(throws: Broken.self) { try Comparison([one, other]) }
    other = one
    other.clocks[.hearing]?.most = 5
    #expect(throws: Broken.self) { try Comparison([one, other]) }
  }

  @Test("yesterday plans by the values from before the worth of days, the others by the defaults")
  func formerRules() throws {
    let today = CivilDate(dayNumber: 20_780)
    let former = try Policy.yesterday.rules(RuleDefaults.table)
    let now = try Policy.bankum.rules(RuleDefaults.table)
    #expect(try former.integer(.valueOfDay(tier: 1), on: today) == 8)
    #expect(try former.integer(.valueAfter(.hearing), on: today) == 0)
    #expect(try former.integer(.newMeetingNotice, on: today) == 0)
    #expect(try !former.flag(.keepsAccepted, on: today))
    #expect(try former.integer(.horizonWorkingDays, on: today) == now.integer(.horizonWorkingDays, on: today))
    #expect(try now.integer(.valueAfter(.hearing), on: today) > 0)
    #expect(try now.flag(.keepsAccepted, on: today))
  }

  @Test("a life comes back from its line as it was")
  func roundTrip() throws {
    var life = Life()
    life.policy = "deadline"
    life.world = "1f"
    life.seed = 3
    life.fromFiling = Life.Waits([1, 2, 3])
    life.clocks = [.hearing: Life.Clock(asked: 5, met: 3, most: 4), .term: Life.Clock(), .appeal: Life.Clock()]
    life.partners = [[300, 7], [700, 1]]
    life.seconds = 1.5
    let line = life.json.text()
    #expect(!line.contains("\n"))
    #expect(try Life(try JSONParser.parse(text: line)) == life)
  }

  @Test("a bar for each policy, clock and load")
  func chart() throws {
    var lives: [Life] = []
    for load in [45, 60] {
      for policy in Policy.allCases {
        var life = Life()
        life.policy = policy.rawValue
        life.load = load
        for kind in Chronicle.ClockKind.allCases { life.clocks[kind] = Life.Clock(asked: 4, met: 1, most: 3) }
        lives.append(life)
      }
    }
    let svg = OutcomeChart(try Comparison(lives)).svg
    // One more of each colour in the legend.
    #expect(svg.split(separator: "<rect").count - 1 == 2 * 3 * 4 + 4)
    #expect(svg.contains("before the hearing, 45 a week"))
  }
}

/// Dice that do not depend on each other.
@Suite("Dice")
struct DiceTests {
  @Test("a throw follows from seed, subject, who and day alone")
  func throwsStand() {
    let dice = Dice(7)
    func first(_ seed: UInt64, _ subject: Dice.Subject, _ who: UInt64, _ day: Int) -> UInt64 {
      var generator = Dice(seed).generator(subject, who, on: CivilDate(dayNumber: day))
      return generator.next()
    }
    let before = first(7, .outcome, 5, 100)
    var other = dice.generator(.reply, 5, 6)
    for _ in 0..<100 { _ = other.next() }
    #expect(first(7, .outcome, 5, 100) == before)
    let others = [
      first(8, .outcome, 5, 100), first(7, .reply, 5, 100), first(7, .outcome, 6, 100), first(7, .outcome, 5, 101),
    ]
    #expect(Set(others + [before]).count == 5)
  }
}

/// The flow against trying everything.
@Suite("Maximum flow")
struct MaximumFlowTests {
  @Test("as much as the best of all assignments, in five hundred small networks")
  func againstBruteForce() {
    var dice = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let people = dice.number(1...6)
      let days = dice.number(1...4)
      let room = (0..<days).map { _ in dice.number(0...2) }
      let may = (0..<people).map { _ in (0..<days).filter { _ in dice.chance(500) } }
      let week = dice.number(0...6)
      var flow = MaximumFlow(nodes: people + days + 3)
      let (source, sink) = (people + days, people + days + 1)
      for person in 0..<people {
        flow.add(source, person, 1)
        for day in may[person] { flow.add(person, people + day, 1) }
      }
      for day in 0..<days { flow.add(people + day, sink + 1, room[day]) }
      flow.add(sink + 1, sink, week)
      #expect(flow.solve(from: source, to: sink) == min(week, best(0, may, room)))
    }
  }

  private func best(_ person: Int, _ may: [[Int]], _ room: [Int]) -> Int {
    guard person < may.count else { return 0 }
    var most = best(person + 1, may, room)
    for day in may[person] where room[day] > 0 {
      var left = room
      left[day] -= 1
      most = max(most, 1 + best(person + 1, may, left))
    }
    return most
  }
}
