import BankumModel
import BankumOffice
import BankumPlanning
import BankumStore
import BankumTesting
import Glibc
import JSON

/// Lives through weeks of the sample facility and prints what came of it.
///
/// `house-simulation [OPTION]...`: one life, with its inspections and the bound on waiting. `house-simulation life
/// [OPTION]...`: one life, one line of JSON. `house-simulation table [--chart FILE] <LINES`: policies side by side.
@main
enum HouseSimulation {
  static func main() async {
    do {
      var arguments = CommandLine.arguments.dropFirst()
      switch arguments.first {
      case "life":
        arguments.removeFirst()
        print(try await life(order(&arguments)).json.text())
      case "table":
        arguments.removeFirst()
        try table(arguments)
      default: try await show(order(&arguments))
      }
    } catch {
      // What was printed before stays: it shows where it broke.
      print("\nbroken: \(error)")
      exit(1)
    }
  }

  private static let usage =
    "usage: house-simulation [life] [--policy bankum|paper|deadline|yesterday] [--weeks N] [--seed N] [--effort N]"
    + " [--arrivals N] [--days N] [--firm N] [--weekly] [--rule KEY=VALUE]...; house-simulation table [--chart FILE] <LINES"

  private static func order(_ arguments: inout ArraySlice<String>) throws -> SimulationOrder {
    var order = SimulationOrder()
    while let word = arguments.popFirst() {
      if word == "--weekly" {
        order.runsDaily = false
        continue
      }
      guard let text = arguments.popFirst() else { throw Broken(usage) }
      if word == "--policy", let policy = Policy(rawValue: text) {
        order.policy = policy
        continue
      }
      if word == "--rule" {
        let parts = text.split(separator: "=").map(String.init)
        guard parts.count == 2, let value = Int(parts[1]) else { throw Broken(usage) }
        order.rules[parts[0]] = value
        continue
      }
      guard let number = Int(text), number >= 0 else { throw Broken(usage) }
      switch word {
      case "--weeks": order.weeks = number
      case "--seed": order.seed = UInt64(number)
      case "--effort": order.effort = number
      case "--arrivals": order.arrivals = number
      case "--days": order.days = number
      case "--firm": order.firmDays = number
      default: throw Broken("unknown: \(word)\n\(usage)")
      }
    }
    return order
  }

  private static func show(_ order: SimulationOrder) async throws {
    let began = ContinuousClock.now
    var simulation = try Simulation(try await sample(), order)
    print(Week.heading)
    try simulation.run()
    print("")
    for line in try Report.lines(simulation) { print(line) }
    try simulation.checkBound()
    print("\nlived through in \(began.duration(to: .now) / .seconds(1)) seconds")
  }

  /// One life in numbers.
  static func life(_ order: SimulationOrder) async throws -> Life {
    var order = order
    order.printsWeeks = false
    let began = ContinuousClock.now
    var simulation = try Simulation(try await sample(), order)
    try simulation.run()
    var life = try Life(simulation)
    life.seconds = began.duration(to: .now) / .seconds(1)
    return life
  }

  private static func table(_ arguments: ArraySlice<String>) throws {
    var lives: [Life] = []
    while let line = readLine() {
      if !line.isEmpty { lives.append(try Life(try JSONParser.parse(Array(line.utf8)))) }
    }
    let comparison = try Comparison(lives)
    for line in comparison.lines { print(line) }
    if arguments.first == "--chart", let path = arguments.dropFirst().first {
      guard let file = fopen(path, "w") else { throw Broken("\(path) cannot be written") }
      fputs(OutcomeChart(comparison).svg, file)
      fclose(file)
    }
  }

  /// The sample facility as a run sees it on its first morning.
  static func sample() async throws -> HouseFacts {
    let test = try await TestOffice.withSample()
    let now = test.office.clock.civilNow
    return try await test.office.register.readUnaudited { try $0.houseFacts(at: now).facts }
  }
}
