/// What an epoch consists of and how hot it is, from the size of the problem alone.
struct Schedule: Sendable {
  /// Whether the run starts from a published schedule: cold, so that it stays near.
  let isWarm: Bool
  /// Iterations of the bound before the search begins.
  let prelude: Int
  /// Iterations of the bound in an epoch.
  let iterations: Int
  /// The epochs in which the bound's steps get short: it hardly gains by more than 40, and a run that gets less than
  /// its time has a bound all the same.
  static func boundEpochs(_ planned: Int) -> Int { min(40, planned) }
  /// Moves of the search in an epoch.
  let moves: Int
  private let isPriced: Bool
  private let unit: Double
  private let spread: Double

  /// - Parameters:
  ///   - warm: whether there are sessions to start from.
  ///   - priced: whether there are prices to start from.
  init(_ ground: Ground, warm: Bool, priced: Bool = false) {
    isWarm = warm
    isPriced = priced
    unit = ground.unit
    spread = ground.spread
    // Bound and search take about as long, some 100 ms at the size of a full house; less for less, so that short runs
    // have epochs too. The bound needs some thousand iterations at any size, the search moves for each request.
    let served = ground.classes.reduce(0) { $0 + $1.advocates.count } / 8
    let size = max(1, (ground.requestCount + served) * ground.rowLength)
    iterations = max(48, min(360, 48_000_000 / size))
    prelude = max(48, iterations * 2 / 3)
    moves = max(5000, 9 * ground.requestCount)
  }

  /// The temperature of the search, in the unit of the score. Beyond a progress of 1 it is reheated a little,
  /// again and again: the best schedule is kept, and the tenth look at it still finds something.
  func temperature(_ progress: Double) -> Double {
    let last = isWarm ? unit / 2500 : unit / 1000
    if progress > 1 {
      let round = (progress - 1) * 5
      return Mathematics.decay(from: last * 20, to: last, at: round - round.rounded(.down))
    }
    return Mathematics.decay(from: isWarm ? unit / 500 : unit / 6, to: last, at: progress)
  }

  /// The length of the bound's steps, as a part of the unit.
  func step(_ progress: Double) -> Double {
    progress > 1
      ? Mathematics.decay(from: 0.001, to: 0.000_01, at: min(1, progress - 1))
      : Mathematics.decay(from: isPriced ? 0.01 : 0.25, to: 0.000_1, at: progress)
  }

  /// How far below its best entry a request still looks: less and less.
  func depth(_ progress: Double) -> Double {
    spread * Mathematics.decay(from: unit / 5, to: unit / 20, at: min(1, progress))
  }

  /// Whether exchanges between many are worth their time: in a hot schedule most gains are gone again with the next
  /// moves.
  func exchanges(_ progress: Double) -> Bool { isWarm || progress > 0.2 }

  /// How much below nothing a request may keep and still be tried.
  func margin(_ progress: Double) -> Double { unit * 0.4 }
}
