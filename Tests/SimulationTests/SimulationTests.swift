import BankumModel
import BankumPlanning
import Testing

@testable import house_simulation

/// The short form of what `deploy/simulate` does over 26 weeks: the inspections throw at the first rule that does not
/// hold.
@Suite("Weeks of the sample facility")
struct SimulationTests {
  @Test("three weeks: no rule is broken and nobody vanishes")
  func threeWeeks() async throws {
    var order = SimulationOrder()
    order.weeks = 3
    order.effort = 1
    order.days = 5
    order.runsDaily = false
    order.printsWeeks = false
    order.arrivals = 20
    var facts = try await HouseSimulation.sample()
    // A quarter of the queue: the rules are the same, and it is quick.
    facts.requests = facts.requests.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    var simulation = try Simulation(facts, order)
    try simulation.run()
    #expect(simulation.ledger.weeks.count == 3)
    #expect(simulation.ledger.weeks.allSatisfy { $0.placed > 0 })
    #expect(simulation.ledger.waits.values.reduce(0) { $0 + $1.count } > 20)
    #expect(!(try Report.lines(simulation)).isEmpty)
  }
}
