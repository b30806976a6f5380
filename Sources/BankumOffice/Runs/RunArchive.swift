import BankumModel
import BankumPlanning
import BankumStore
import Instances
import Matching

/// What is kept beside a run, so that it can be looked at and computed again.
enum RunArchive {
  /// Of so many runs, the latest, it is kept.
  static let kept = 30

  /// The names of the parts.
  enum Part {
    /// The problem as an instance file: numbers only, nobody's name or id.
    static let instance = "instance"
    /// The prices that the bound started from; none for a run that started from nothing.
    static let startPrices = "startPrices"
    /// The prices that it ended with, which prove the bound.
    static let prices = "prices"
    /// SHA-256 of the facts.
    static let facts = "facts"
    /// The epochs that the search was laid out for.
    static let planned = "planned"
    /// The plan, as `bytes(of:)` writes it.
    static let plan = "plan"
    /// Who waits in spite of his rank, and why, as `bytes(of:)` writes it.
    static let fairness = "fairness"
    /// The ranks of all open requests and the days that were planned, as `RunBasis` writes them.
    static let basis = "basis"
    /// Every clock that ran out in these days, met or missed, as `ClockList` writes it.
    static let clocks = "clocks"
  }

  /// Keeps everything, and forgets what belongs to runs that are too old.
  static func keep(
    _ decisions: Decisions, facts: [UInt8], startPrices: [Int]?, of run: Run, _ transaction: Transaction
  ) throws {
    let plan = decisions.plan
    let instance = InstanceWriter.bytes(
      decisions.planning.problem, name: run.id.text, slotMinutes: decisions.planning.grid.slotMinutes)
    try transaction.attach(instance, named: Part.instance, to: run.id)
    if let startPrices { try transaction.attach(Numbers.bytes(startPrices), named: Part.startPrices, to: run.id) }
    try transaction.attach(Numbers.bytes(plan.certificate.prices), named: Part.prices, to: run.id)
    try transaction.attach(facts, named: Part.facts, to: run.id)
    // The first plan, then the later ones, two numbers each.
    let plans = [plan.statistics.planned] + plan.statistics.replans.flatMap { [$0.done, $0.planned] }
    try transaction.attach(Numbers.bytes(plans), named: Part.planned, to: run.id)
    try transaction.attach(bytes(of: plan), named: Part.plan, to: run.id)
    try transaction.attach(bytes(of: decisions.fairness), named: Part.fairness, to: run.id)
    try transaction.attach(RunBasis(decisions.planning.index).bytes, named: Part.basis, to: run.id)
    try transaction.attach(ClockList.bytes(decisions.clocks), named: Part.clocks, to: run.id)
    try transaction.removeAttachments(butOfLatest: kept)
  }

  /// Where the bound of a new run starts: as the last run did if facts, effort and seed are the same, so that the same
  /// input gives the same plan; else where the last run ended.
  /// - effort: The epochs that are asked for; nil when time decides.
  static func startPrices(
    after last: Run?, facts: [UInt8], effort: Int?, seed: UInt64, _ reading: Reading
  ) throws -> [Int]? {
    guard let last else { return nil }
    let planned = try reading.attachment(Part.planned, of: last.id).flatMap { Numbers.read($0).first }
    let isSame =
      try reading.attachment(Part.facts, of: last.id) == facts && effort != nil && planned == effort
      && last.seed == seed
    return try reading.attachment(isSame ? Part.startPrices : Part.prices, of: last.id).map(Numbers.read)
  }

  /// All that a plan decides, and what it is worth: the bytes that a replay has to give again.
  static func bytes(of plan: Matching.Plan) -> [UInt8] {
    let numbers = plan.assignments.flatMap { [$0.request, $0.advocate, $0.start, $0.room] }
    return Numbers.bytes(numbers + [plan.score.total, plan.certificate.bound])
  }

  /// Exceptions as four numbers each: both requests' ids, the kind's place among all, the loss or -1 for none.
  static func bytes(of exceptions: [FairnessException]) -> [UInt8] {
    let kinds = FairnessException.Kind.allCases
    return Numbers.bytes(
      exceptions.flatMap {
        [Int($0.waiting.bits), Int($0.holder.bits), kinds.firstIndex(of: $0.kind) ?? 0, $0.loss ?? -1]
      })
  }

  /// The exceptions in such bytes.
  /// - Throws: `StoreError.corrupted` for a kind that there is not.
  static func exceptions(_ bytes: [UInt8]) throws(StoreError) -> [FairnessException] {
    let numbers = Numbers.read(bytes)
    let kinds = FairnessException.Kind.allCases
    var exceptions: [FairnessException] = []
    for index in stride(from: 0, to: numbers.count - 3, by: 4) {
      let kind = numbers[index + 2]
      guard kinds.indices.contains(kind) else { throw StoreError(.corrupted, "an exception of kind \(kind)") }
      exceptions.append(
        FairnessException(
          waiting: Request.ID(bits: UInt64(bitPattern: Int64(numbers[index]))),
          holder: Request.ID(bits: UInt64(bitPattern: Int64(numbers[index + 1]))),
          kind: kinds[kind], loss: numbers[index + 3] < 0 ? nil : numbers[index + 3]))
    }
    return exceptions
  }
}

/// Whole numbers as bytes, eight each, the lowest first.
enum Numbers {
  static func bytes(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }
    return bytes
  }

  static func read(_ bytes: [UInt8]) -> [Int] {
    stride(from: 0, to: bytes.count - 7, by: 8).map { start in
      (0..<8).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
  }
}
