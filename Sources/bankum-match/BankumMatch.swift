import ArgumentParser
import Glibc
import Instances
import JSON
import Matching

/// The engine on an instance file.
@main
struct BankumMatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bankum-match",
    abstract: "Match requests with advocates, slots and rooms: a schedule and a proof of how good it is.",
    discussion: """
      The answer goes to standard output or to --output. With --effort (epochs of the search) the same instance, \
      effort and seed give the same bytes on any machine, but for "milliseconds". An interrupt ends the run with \
      the best schedule so far. Several instances are answered one after the other, one answer a line, each with \
      the whole limit. Exit codes: 0 answered, 64 usage, 65 broken instance, 66 no such file, 73 cannot write; with \
      several instances that of the first that failed, and the others are answered all the same.
      """)

  @Argument(help: "The instances, JSON.")
  var instances: [String]

  @Option(help: "Stop after so many seconds (default 10 without --effort).")
  var seconds: Double?

  @Option(help: "Run so many epochs.")
  var effort: Int?

  @Option(help: "Lay the cooling out for so many epochs, to repeat a run that a time limit cut.")
  var planned: Int?

  @Option(help: "Change the plan after so many epochs, DONE:PLANNED, as the run that is repeated did (\"replanned\").")
  var replanned: [String] = []

  @Option(help: "Where the random numbers start.")
  var seed: UInt64 = 1

  @Option(help: "Write the schedule here instead of to standard output.")
  var output: String?

  @Option(help: "Write the prices that prove the bound here, one integer a line.")
  var prices: String?

  @Option(help: "Start the bound from the prices of an earlier run.")
  var startPrices: String?

  @Flag(help: "Audit the schedule at the end and say why anybody waits behind a lower rank.")
  var fairness = false

  @Flag(help: "Tell after each epoch how it stands, on standard error.")
  var progress = false

  func validate() throws {
    if let seconds, !(seconds > 0 && seconds < 1_000_000) {
      throw ValidationError("--seconds takes a number above 0.")
    }
    if let effort, effort < 0 { throw ValidationError("--effort takes 0 or more.") }
    if instances.count > 1, prices != nil || startPrices != nil {
      throw ValidationError("--prices and --start-prices take one instance.")
    }
    if let planned, planned < 1 { throw ValidationError("--planned takes 1 or more.") }
    if replanned.contains(where: { replan($0) == nil }) {
      throw ValidationError("--replanned takes two numbers, DONE:PLANNED.")
    }
  }

  func run() throws {
    Interruption.watch()
    var answers: [UInt8] = []
    var failure: ExitCode?
    for instance in instances where !Interruption.isAsked || instances.count == 1 {
      do {
        let answer = try answer(instance)
        // To standard output at once: a reader of a pipe sees each as it comes.
        if output == nil { try write(answer, to: nil) } else { answers += answer }
      } catch let code as ExitCode where instances.count > 1 {
        failure = failure ?? code
      }
    }
    if let output, !answers.isEmpty { try write(answers, to: output) }
    if let failure { throw failure }
  }

  private func answer(_ instance: String) throws -> [UInt8] {
    guard let bytes = File.read(instance) else {
      throw fail(66, "bankum-match: cannot read \(instance)")
    }
    let prices = try earlierPrices()
    let read: InstanceReader.Instance
    let plan: Plan
    do throws(ProblemError) {
      read = try InstanceReader.read(bytes)
      plan = try Engine.solve(read.problem, limits(), prices: prices)
    } catch {
      throw fail(65, "bankum-match: \(instance): \(error)")
    }
    if let path = self.prices {
      try write(Array(plan.certificate.prices.map { "\($0)\n" }.joined().utf8), to: path)
    }
    return Answer.bytes(read.name, plan)
  }

  private func write(_ bytes: [UInt8], to path: String?) throws {
    if !File.write(bytes, to: path) {
      throw fail(73, "bankum-match: cannot write \(path ?? "to standard output")")
    }
  }

  private func earlierPrices() throws -> [Int]? {
    guard let startPrices else { return nil }
    guard let bytes = File.read(startPrices) else { throw fail(66, "bankum-match: cannot read \(startPrices)") }
    var result: [Int] = []
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
      guard let price = Int(line) else {
        throw fail(65, "bankum-match: \(startPrices), line \(index + 1): expected an integer")
      }
      result.append(price)
    }
    return result
  }

  private func replan(_ text: String) -> Replan? {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let done = numbers[0], let planned = numbers[1], done >= 0, planned > 0 else {
      return nil
    }
    return Replan(done: done, planned: planned)
  }

  private func limits() -> Limits {
    let clock = ContinuousClock()
    let start = clock.now
    var milliseconds = seconds.map { Int($0 * 1000) }
    if milliseconds == nil && effort == nil { milliseconds = 10_000 }
    let tell = progress
    var limits = Limits(
      effort: effort, planned: planned, milliseconds: milliseconds, seed: seed,
      now: {
        let passed = start.duration(to: clock.now).components
        return Int(passed.seconds) * 1_000_000 + Int(passed.attoseconds / 1_000_000_000_000)
      },
      isCancelled: { Interruption.isAsked },
      progress: { state in
        if !tell { return }
        let gap = Double(state.bound - state.objective) / Double(max(1, state.bound)) * 100
        File.complain("epoch \(state.epoch)/\(state.planned) \(state.objective) of \(state.bound) gap \(gap) %")
      })
    limits.replans = replanned.compactMap(replan)
    limits.auditsFairness = fairness
    return limits
  }

  private func fail(_ code: Int32, _ text: String) -> ExitCode {
    File.complain(text)
    return ExitCode(code)
  }
}
