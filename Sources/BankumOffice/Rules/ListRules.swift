package import BankumModel
import BankumStore

extension Office {
  /// The rules as of today, in the order of the catalogue. They hold for everybody and name nobody.
  /// - Parameters:
  ///   - beginning: only keys that begin so.
  ///   - waiting: only those that an officer has still to confirm: in force or proposed.
  /// - Throws: `StoreError`.
  package func listRules(
    beginning: String?, authority: RuleDefinition.Authority?, waiting: Bool
  ) async throws -> [RuleEntry] {
    let today = clock.today
    let rules = try await register.readUnaudited { try $0.rules() }
    return RuleCatalogue.definitions.compactMap { definition in
      guard beginning.map(definition.key.code.hasPrefix) ?? true,
        authority == nil || definition.authority == authority
      else { return nil }
      let entry = RuleEntry(
        definition: definition, current: rules.rule(definition.key, on: today),
        history: rules.history(of: definition.key))
      return waiting && entry.waiting.isEmpty ? nil : entry
    }
  }

  /// One key with its history.
  /// - Throws: `OfficeError.notFound`; `StoreError`.
  package func showRule(_ key: String) async throws -> RuleEntry {
    guard let definition = RuleCatalogue.definition(of: RuleKey(key)) else { throw OfficeError.notFound("rule", key) }
    let today = clock.today
    let rules = try await register.readUnaudited { try $0.rules() }
    return RuleEntry(
      definition: definition, current: rules.rule(definition.key, on: today),
      history: rules.history(of: definition.key))
  }
}

extension RuleEntry {
  /// What an officer has still to confirm: what holds today unconfirmed, and proposals; of one first day the latest
  /// entry.
  package var waiting: [Rule] {
    guard definition.authority == .law else { return [] }
    var found: [Rule] = []
    for (index, rule) in history.enumerated() where !rule.isConfirmed && (rule.isProposal || rule == current) {
      if !history[(index + 1)...].contains(where: { $0.validFrom == rule.validFrom }) { found.append(rule) }
    }
    return found
  }
}
