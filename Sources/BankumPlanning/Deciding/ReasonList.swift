import BankumModel

/// Reasons, each once: the first example stands, days are counted.
struct ReasonList {
  private struct Key: Hashable {
    var rule: HouseRule
    var partner: Partner.ID?
    var advocate: Advocate.ID?
    var room: Room.ID?

    /// By the ids only: hashing a rule means hashing its code, and there are many reasons.
    func hash(into hasher: inout Hasher) {
      hasher.combine((advocate?.bits ?? 0) ^ (room?.bits ?? 0) << 12 ^ (partner?.bits ?? 0) << 24)
    }
  }

  private var position: [Key: Int] = [:]
  /// The reasons as they came.
  private(set) var found: [(breach: RuleBreach, days: Int, example: Placement?)] = []

  mutating func add(_ breach: RuleBreach, _ example: @autoclosure () -> Placement?, times: Int = 1) {
    let key = Key(rule: breach.rule, partner: breach.partner, advocate: breach.advocate, room: breach.room)
    if let known = position[key] {
      found[known].days += times
    } else {
      position[key] = found.count
      found.append((breach, times, example()))
    }
  }

  /// Adds a reason without an example; whether it was not there.
  mutating func isNew(_ breach: RuleBreach) -> Bool {
    let before = found.count
    add(breach, nil)
    return found.count > before
  }

  private static let order = Dictionary(
    uniqueKeysWithValues: HouseRule.allCases.enumerated().map { ($0.element, $0.offset) })

  /// The reasons: those that would hold if nobody else were served first, in the order of the rules.
  var reasons: [WaitingRequest.Reason] {
    let keys = found.enumerated().map { entry in
      (
        entry.element.breach.rule.isCausedByOthers ? 1 : 0, Self.order[entry.element.breach.rule] ?? 0, entry.offset
      )
    }
    return keys.sorted { $0 < $1 }.map {
      let reason = found[$0.2]
      return WaitingRequest.Reason(breach: reason.breach, days: reason.days, example: reason.example)
    }
  }
}
