/// What is proved of tier 1, which counts before everything else.
package struct TierOneProof: Sendable, Equatable {
  /// The weights of the served requests of tier 1.
  package var value: Int
  /// No legal plan serves more weight of tier 1.
  package var bound: Int
  /// Requests of tier 1 that have no place at all, whoever else is served.
  package var impossible: [Int]
  /// Requests of tier 1 that have a place and wait all the same; `Explanation` says why, one by one.
  package var waiting: [Int]

  /// Whether no plan serves more weight of tier 1.
  package var isProved: Bool { value == bound }
}
