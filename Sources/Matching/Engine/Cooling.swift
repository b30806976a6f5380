/// How far a run has cooled, 0 to 1, epoch by epoch; beyond the plan it goes on above 1.
///
/// Progress is even between plans. When a plan changes (the machine got slower or faster), what is left of the
/// cooling is spread over the epochs that are left, so that it ends in time and nothing is cooled twice.
struct Cooling: Sendable {
  /// Epochs planned in all.
  private(set) var planned: Int
  private var epoch = 0
  private var reached = 0.0

  init(planned: Int) { self.planned = max(1, planned) }

  /// Progress at the beginning of an epoch.
  func progress(_ done: Int) -> Double {
    reached + (1 - reached) * Double(done - epoch) / Double(max(1, planned - epoch))
  }

  /// Whether the cooling has ended before an epoch.
  func isOver(_ done: Int) -> Bool { done >= planned }

  /// Spreads what is left over other epochs, from `done` on. A cooling that has ended stays as it is.
  mutating func plan(_ count: Int, at done: Int) {
    if isOver(done) { return }
    reached = progress(done)
    epoch = done
    planned = max(count, done + 1)
  }
}
