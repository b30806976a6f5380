import BankumModel

/// Reasons, each once: the first example stands, days are counted.
struct ReasonList {
  private struct Key: Hashable {
    var rule: HouseRule
    var partner: Partner.ID?
    var advocate: Advocate.ID?
    var room: Room.ID?
  }

  private var order: [Key] = []
  private var found: [Key: (breach: RuleBreach, days: Int, example: Placement?)] = [:]

  mutating func add(_ breach: RuleBreach, _ example: Placement?, times: Int = 1) {
    let key = Key(rule: breach.rule, partner: breach.partner, advocate: breach.advocate, room: breach.room)
    if let known = found[key] {
      found[key] = (known.breach, known.days + times, known.example)
    } else {
      order.append(key)
      found[key] = (breach, times, example)
    }
  }

  /// The reasons: those that would hold if nobody else were served first, in the order of the rules.
  var reasons: [WaitingRequest.Reason] {
    let rules = Dictionary(uniqueKeysWithValues: HouseRule.allCases.enumerated().map { ($0.element, $0.offset) })
    return order.enumerated().sorted {
      let left = ($0.element.rule.isCausedByOthers ? 1 : 0, rules[$0.element.rule] ?? 0, $0.offset)
      return left < ($1.element.rule.isCausedByOthers ? 1 : 0, rules[$1.element.rule] ?? 0, $1.offset)
    }.compactMap { entry in
      found[entry.element].map { WaitingRequest.Reason(breach: $0.breach, days: $0.days, example: $0.example) }
    }
  }
}
