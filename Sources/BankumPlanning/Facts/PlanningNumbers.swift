import BankumModel

/// The numbers of the house that planning uses on one day, looked up once.
struct PlanningNumbers: Hashable, Sendable {
  let slotMinutes: Int
  let freezeWorkingDays: Int
  let changeBudget: Int
  let proposeOnlyMinutes: Int
  let sessionsPerInmateAndDay: Int
  let sessionMinutes: [Service: Int]
  let firstMeetingExtraMinutes: Int
  let interpreterExtraMinutes: Int
  let callLeadMinutes: Int
  let bufferMinutes: Int
  let missedClassMinutes: Int
  let lapseWarningDays: Int
  let freshDays: Int
  let noShowShareLoss: Int
  let loadWeight: [Service: Int]
  let value: DayValueRules
  let answerClock: AnswerClock
  let newMeetingNotice: Int
  let repairNotice: Int
  let moveNotice: Int
  let keepsAccepted: Bool
  let educationPeoplePerEscort: Int

  /// The numbers that hold on the day. Throws `ruleMissing` or `ruleValue`.
  init(rules: RuleTable, on date: CivilDate) throws(ModelError) {
    slotMinutes = try rules.integer(.slotMinutes, on: date)
    freezeWorkingDays = try rules.integer(.freezeWorkingDays, on: date)
    proposeOnlyMinutes = try rules.integer(.proposeOnlyMinutes, on: date)
    changeBudget = try rules.integer(.changeBudget, on: date)
    sessionsPerInmateAndDay = try rules.integer(.sessionsPerInmateAndDay, on: date)
    sessionMinutes = [
      .consultation: try rules.integer(.sessionMinutes(.consultation), on: date),
      .assistance: try rules.integer(.sessionMinutes(.assistance), on: date),
    ]
    firstMeetingExtraMinutes = try rules.integer(.firstMeetingExtraMinutes, on: date)
    interpreterExtraMinutes = try rules.integer(.interpreterExtraMinutes, on: date)
    callLeadMinutes = try rules.integer(.callLeadMinutes, on: date)
    bufferMinutes = try rules.integer(.bufferMinutes, on: date)
    missedClassMinutes = try rules.integer(.missedClassMinutes, on: date)
    lapseWarningDays = try rules.integer(.lapseWarningDays, on: date)
    freshDays = try rules.integer(.availabilityFreshDays, on: date)
    noShowShareLoss = try rules.integer(.noShowShareLoss, on: date)
    var weights: [Service: Int] = [:]
    for service in Service.allCases { weights[service] = try rules.integer(.loadWeight(service), on: date) }
    loadWeight = weights
    value = try DayValueRules(rules: rules, on: date)
    answerClock = try AnswerClock(rules: rules, on: date)
    newMeetingNotice = try rules.integer(.newMeetingNotice, on: date)
    repairNotice = try rules.integer(.repairNotice, on: date)
    moveNotice = try rules.integer(.moveNotice, on: date)
    educationPeoplePerEscort = max(1, try rules.integer(.educationPeoplePerEscort, on: date))
    keepsAccepted = try rules.flag(.keepsAccepted, on: date)
  }
}
