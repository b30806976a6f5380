import BankumWords

/// The verbs of the register, group by group.
enum RegisterVerbs {
  static let all =
    InmateVerbs.all + TermAndHearingVerbs.all + CaseVerbs.all + PartnerVerbs.all + AdvocateVerbs.all + HouseVerbs.all
    + CalendarVerbs.all + RuleVerbs.all

  static let groups: [String: Message] = [
    "inmate": .helpInmateSummary, "term": .helpTermSummary, "hearing": .helpHearingSummary,
    "case": .helpCaseSummary, "keepapart": .helpKeepApartSummary, "partner": .helpPartnerSummary,
    "advocate": .helpAdvocateSummary, "availability": .helpAvailabilitySummary, "mandate": .helpMandateSummary,
    "room": .helpRoomSummary, "block": .helpBlockSummary, "calendar": .helpCalendarSummary,
    "training": .helpTrainingSummary, "rule": .helpRuleSummary,
  ]
}
