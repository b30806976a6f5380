import BankumModel

/// Who decides which meetings there are. All keep the same hard rules, and one independent check looks at all of them.
enum Policy: String, CaseIterable {
  /// The product's planner with the rules that a new register starts with.
  case bankum
  /// Today's practice: each LBH has its own list, first come first served, and plans each advocate's next visit only.
  case paper
  /// Greedy: whose clock ends first takes the earliest place of the horizon.
  case deadline
  /// The product's planner with rules and values as they were before days had a worth of their own.
  case yesterday

  /// Whether the engine plans.
  var isEngine: Bool { self == .bankum || self == .yesterday }
}

extension Policy {
  /// The rules of the house under this policy.
  func rules(_ table: RuleTable) throws -> RuleTable { table }
}
