/// All rules of the house with their history; answers what held on a day.
package struct RuleTable: Sendable {
  /// The rules of each key, the one that holds latest last.
  private let byKey: [RuleKey: [Rule]]

  /// A table of rules in the order in which they were recorded: of two for one key and one day the later recorded
  /// stands.
  ///
  /// Throws `invariant` with every unsound rule, placed `rules[3].value`.
  package init(_ rules: [Rule]) throws(ModelError) {
    var problems: [Problem] = []
    for (index, rule) in rules.enumerated() { problems += rule.problems.map { $0.at("rules[\(index)]") } }
    guard problems.isEmpty else { throw ModelError(.invariant, problems: problems) }
    var byKey: [RuleKey: [(offset: Int, element: Rule)]] = [:]
    for entry in rules.enumerated() { byKey[entry.element.key, default: []].append(entry) }
    self.byKey = byKey.mapValues { entries in
      entries.sorted { ($0.element.validFrom, $0.offset) < ($1.element.validFrom, $1.offset) }.map(\.element)
    }
  }

  /// A table without rules: every look-up throws `ruleMissing`.
  package static let empty = RuleTable(byKey: [:])

  private init(byKey: [RuleKey: [Rule]]) {
    self.byKey = byKey
  }

  /// Every rule, by key and then by day: the order in which a digest takes them.
  package var all: [Rule] {
    byKey.sorted { $0.key.code < $1.key.code }.flatMap(\.value)
  }

  /// What a key was, is and will be, oldest first.
  package func history(of key: RuleKey) -> [Rule] { byKey[key] ?? [] }

  /// The rule that holds on the day, or nil. A proposal holds on no day.
  package func rule(_ key: RuleKey, on date: CivilDate) -> Rule? {
    byKey[key]?.last { $0.validFrom <= date && !$0.isProposal }
  }

  /// The whole number that holds on the day. Throws `ruleMissing`, or `ruleValue` if the rule is no number.
  package func integer(_ key: RuleKey, on date: CivilDate) throws(ModelError) -> Int {
    guard case .integer(let number) = try value(key, on: date) else { throw Self.wrongType(key, "a whole number") }
    return number
  }

  /// The date that holds on the day. Throws `ruleMissing`, or `ruleValue` if the rule is no date.
  package func date(_ key: RuleKey, on date: CivilDate) throws(ModelError) -> CivilDate {
    guard case .date(let found) = try value(key, on: date) else { throw Self.wrongType(key, "a date") }
    return found
  }

  /// The text that holds on the day. Throws `ruleMissing`, or `ruleValue` if the rule is no text.
  package func text(_ key: RuleKey, on date: CivilDate) throws(ModelError) -> String {
    guard case .text(let text) = try value(key, on: date) else { throw Self.wrongType(key, "a text") }
    return text
  }

  /// Whether the flag is set on the day. Throws as `integer` does.
  package func flag(_ key: RuleKey, on date: CivilDate) throws(ModelError) -> Bool {
    try integer(key, on: date) != 0
  }

  /// The rules that the law sets, hold on the day and nobody has confirmed, by key. While there are any, planning
  /// warns.
  package func unconfirmed(on date: CivilDate) -> [Rule] {
    RuleCatalogue.definitions.filter { $0.authority == .law }
      .compactMap { rule($0.key, on: date) }
      .filter { !$0.isConfirmed }
  }

  /// The keys of the catalogue for which nothing holds on the day: a table that is not whole.
  package func missing(on date: CivilDate) -> [RuleKey] {
    RuleCatalogue.definitions.map(\.key).filter { rule($0, on: date) == nil }
  }

  /// This table with one more rule, recorded last. Throws as `init` does.
  package func adding(_ rule: Rule) throws(ModelError) -> RuleTable { try RuleTable(all + [rule]) }

  private func value(_ key: RuleKey, on date: CivilDate) throws(ModelError) -> RuleValue {
    guard let rule = rule(key, on: date) else {
      throw ModelError(.ruleMissing, place: "rules", value: key.code, expected: "a rule that holds on \(date.text)")
    }
    return rule.value
  }

  private static func wrongType(_ key: RuleKey, _ expected: Phrase) -> ModelError {
    ModelError(.ruleValue, place: key.code, value: "another type", expected: expected)
  }
}
