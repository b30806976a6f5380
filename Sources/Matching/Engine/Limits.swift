/// How long a run may take and how it is reproduced.
package struct Limits: Sendable {
  /// Epochs to run, or nil to fit as many as the time allows.
  package var effort: Int?
  /// How many epochs the cooling is laid out for; nil for `effort`, or for what the time is found to allow.
  ///
  /// Epochs beyond the plan are short reheats. A run that a time limit ended is repeated with the effort that it
  /// did and the same plan.
  package var planned: Int?
  /// Changes of the plan, from a run that a time limit ended; they count only together with `planned`.
  package var replans: [Replan] = []
  /// Milliseconds from the start of the run, or nil for no limit. It only ends a run between epochs.
  package var milliseconds: Int?
  /// Where the random numbers start.
  package var seed: UInt64
  /// Whether the plan is audited at the end: swaps that are simply better are made, and the certificate says why
  /// others are not. It takes time of its own, beyond the limits, for each pair that could change places.
  package var auditsFairness = false
  /// A monotonic clock in microseconds.
  package var now: @Sendable () -> Int
  /// Asked between epochs; true ends the run with the best plan so far.
  package var isCancelled: @Sendable () -> Bool
  /// Told after each epoch.
  package var progress: @Sendable (Progress) -> Void

  /// What is known after an epoch.
  package struct Progress: Sendable {
    /// Epochs done.
    package var epoch: Int
    /// Epochs planned.
    package var planned: Int
    /// The best plan's score so far.
    package var objective: Int
    /// The lowest proved bound so far.
    package var bound: Int
  }

  /// Makes limits.
  package init(
    effort: Int? = nil, planned: Int? = nil, milliseconds: Int? = nil, seed: UInt64 = 1,
    now: @escaping @Sendable () -> Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.effort = effort
    self.planned = planned
    self.milliseconds = milliseconds
    self.seed = seed
    self.now = now
    self.isCancelled = isCancelled
    self.progress = progress
  }
}
