import BankumModel

/// Makes profiles by the rules of the day: first what a request is by itself, then what it is beside others.
struct ProfileMaker {
  private let clock: DetentionClock
  private let priorityRules: PriorityRules

  /// Throws `facts` for a missing rule.
  init(_ facts: HouseFacts) throws(PlanningError) {
    priorityRules = try PlanningError.facts { () throws(ModelError) in
      try PriorityRules(rules: facts.rules, on: facts.today)
    }
    clock = try PlanningError.facts { () throws(ModelError) in
      try DetentionClock(rules: facts.rules, on: facts.today)
    }
  }

  /// A request by itself. Throws `facts` for a missing rule or a year without a calendar.
  func profile(
    _ request: Request, _ inmate: Inmate, _ index: FactIndex, isOverstayAnswered: Bool = false,
    isAmongLongestWaiting: Bool = false
  ) throws(PlanningError) -> RequestProfile {
    try PlanningError.facts { () throws(ModelError) in
      try RequestProfile(
        request, inmate, index: index, clock: clock, priorityRules: priorityRules,
        isOverstayAnswered: isOverstayAnswered, isAmongLongestWaiting: isAmongLongestWaiting)
    }
  }

  /// A request beside the others, from what it is by itself.
  func profile(
    _ alone: RequestProfile, _ alarms: OverstayAlarms, _ longest: LongestWaiting, _ index: FactIndex
  ) throws(PlanningError) -> RequestProfile {
    let isAnswered = alarms.isAnswered(alone)
    let isAmongLongest = longest.contains(alone)
    guard isAnswered || isAmongLongest else { return alone }
    return try profile(
      alone.request, alone.inmate, index, isOverstayAnswered: isAnswered, isAmongLongestWaiting: isAmongLongest)
  }
}
