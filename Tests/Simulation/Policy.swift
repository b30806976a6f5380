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
  /// The rules of the house under this policy: `yesterday` has the values from before the worth of days, for those keys
  /// of them that the catalogue knows; the others have the defaults.
  func rules(_ table: RuleTable) throws -> RuleTable {
    guard self == .yesterday else { return table }
    return try RuleCatalogue.definitions.reduce(table) { table, definition in
      guard let value = Self.former(definition.key.code) else { return table }
      let from = table.history(of: definition.key).last?.validFrom ?? .earliest
      return try table.adding(
        Rule(key: definition.key, value: .integer(value), validFrom: from, source: "before the worth of days"))
    }
  }

  /// A day more cost 8 points, whoever waited and whatever clock ran; nothing asked for notice; every meeting could move.
  private static func former(_ key: String) -> Int? {
    if key.hasPrefix("value.day.tier") { return 8 }
    if key.hasPrefix("value.day.") || key.hasPrefix("value.after.") || key.hasPrefix("leastNotice.") { return 0 }
    return key == "value.longestWaitingShare" || key == "value.unconfirmedHours" || key == "schedule.keepsAccepted"
      ? 0 : nil
  }
}
