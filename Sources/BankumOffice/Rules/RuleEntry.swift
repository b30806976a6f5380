package import BankumModel

/// A key of the rules with what holds today and what is to come.
package struct RuleEntry: Sendable {
  /// The key: who sets it, in which unit, within which limits.
  package let definition: RuleDefinition
  /// What holds today; nil for a key without a rule.
  package let current: Rule?
  /// Everything that was ever entered for it, by first day and in the order of entering; the later of one day holds.
  package let history: [Rule]
}
