import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Glibc

/// Lives through weeks of the sample facility and prints what came of it.
@main
enum HouseSimulation {
  static func main() async {
    do {
      try await run()
    } catch {
      // What was printed before stays: it shows where it broke.
      print("\nbroken: \(error)")
      exit(1)
    }
  }

  private static func run() async throws {
    var order = SimulationOrder()
    var arguments = CommandLine.arguments.dropFirst()
    while let word = arguments.popFirst() {
      if word == "--weekly" {
        order.runsDaily = false
        continue
      }
      guard let text = arguments.popFirst(), let number = Int(text), number >= 0 else {
        throw Broken("usage: house-simulation [--weeks N] [--seed N] [--effort N] [--arrivals N] [--days N] [--weekly]")
      }
      switch word {
      case "--weeks": order.weeks = number
      case "--seed": order.seed = UInt64(number)
      case "--effort": order.effort = number
      case "--arrivals": order.arrivals = number
      case "--days": order.days = number
      default: throw Broken("unknown: \(word)")
      }
    }
    let began = ContinuousClock.now
    var simulation = try Simulation(try await sample(), order)
    print(Week.heading)
    try simulation.run()
    print("")
    for line in try Report.lines(simulation) { print(line) }
    try simulation.checkBound()
    print("\nlived through in \(began.duration(to: .now) / .seconds(1)) seconds")
  }

  /// The sample facility as a run sees it on its first morning.
  static func sample() async throws -> HouseFacts {
    let test = try await TestOffice.withSample()
    let now = test.office.clock.civilNow
    return try await test.office.register.readUnaudited { try $0.houseFacts(at: now).facts }
  }
}
