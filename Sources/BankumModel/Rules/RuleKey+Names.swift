extension RuleKey {
  // Detention (domain: criminal procedure codes).

  /// Days that a letter of this law, stage and grant may give; the exceptions are the same at each stage.
  package static func detention(_ law: DetentionLaw, _ stage: DetentionStage, _ grant: DetentionGrant) -> RuleKey {
    switch grant {
    case .first, .extension: RuleKey("detention.\(law.code).\(stage.code).\(grant.code)")
    case .exceptionFirst, .exceptionSecond: RuleKey("detention.\(law.code).\(grant.code)")
    }
  }
  /// The day on which the code of 2025 came into force (Art 361).
  package static let newCodeFrom = RuleKey("detention.newCodeFrom")
  /// Days before the last lawful day at which the first notice goes out, and the wider band begins.
  package static let firstNoticeDays = RuleKey("detention.firstNoticeDays")
  /// Days before the last lawful day at which the second notice goes out, and the narrow band begins.
  package static let secondNoticeDays = RuleKey("detention.secondNoticeDays")
  /// The age from which a child may be detained at all.
  package static let childMinimumAge = RuleKey("detention.child.minimumAge")
  /// The threat from which a child may be detained at all.
  package static let childThreatYears = RuleKey("detention.child.threatYears")

  // Verdicts and counsel.

  /// Days to appeal against a verdict of this stage's court: trial for *banding*, appeal for *kasasi*.
  package static func appeal(_ law: DetentionLaw, against stage: DetentionStage) -> RuleKey {
    RuleKey("appeal.\(law.code).\(stage.code)")
  }
  /// Days to hand in the memorandum of cassation after the cassation was filed.
  package static func cassationMemorandum(_ law: DetentionLaw) -> RuleKey {
    RuleKey("appeal.\(law.code).memorandum")
  }
  /// The threat from which counsel is mandatory for everybody.
  package static func counselMandatoryYears(_ law: DetentionLaw) -> RuleKey {
    RuleKey("counsel.\(law.code).mandatoryYears")
  }
  /// The threat from which counsel is mandatory for the poor who have none.
  package static func counselPoorYears(_ law: DetentionLaw) -> RuleKey { RuleKey("counsel.\(law.code).poorYears") }

  // Requests and their clocks.

  /// Working days for a partner to check whether an application is complete.
  package static let checkWorkingDays = RuleKey("answer.checkWorkingDays")
  /// Working days for a partner to accept or refuse once it is complete.
  package static let answerWorkingDays = RuleKey("answer.answerWorkingDays")
  /// Working days between asking for a visit permit and the earliest visit, by stage.
  package static func permitWorkingDays(_ stage: DetentionStage) -> RuleKey {
    RuleKey("permit.\(stage.code).workingDays")
  }

  // Priority.

  /// Working days of waiting that lift a request by one tier.
  package static let promotionWorkingDays = RuleKey("priority.promotionWorkingDays")
  /// Days before the last lawful day from which a request is tier 1.
  package static let termDays = RuleKey("priority.termDays")
  /// Days before a hearing from which a request is tier 1.
  package static let hearingDays = RuleKey("priority.hearingDays")
  /// Days before an appeal's last day from which a request is tier 1.
  package static let appealDays = RuleKey("priority.appealDays")
  /// The tier of somebody who must have counsel and has none.
  package static let mandatoryCounselTier = RuleKey("priority.mandatoryCounselTier")
  /// The tier of somebody vulnerable.
  package static let vulnerableTier = RuleKey("priority.vulnerableTier")
  /// Age from which somebody counts as elderly.
  package static let elderlyAge = RuleKey("priority.elderlyAge")
  /// Points of a factor, by its code.
  package static func points(_ factor: PriorityFactor.Kind) -> RuleKey { RuleKey("priority.points.\(factor.code)") }

  // What a day is worth.

  /// What each later day costs a request of this tier.
  package static func valueOfDay(tier: Int) -> RuleKey { RuleKey("value.day.tier\(tier)") }
  /// What each later day costs in addition for every hundred points of the rank.
  package static let valueOfDayPerHundredPoints = RuleKey("value.day.perHundredPoints")
  /// What each later day costs in addition while somebody is held after his last lawful day.
  package static let valueOfOverstayDay = RuleKey("value.day.overstay")
  /// What is lost when a meeting comes after this clock has run out.
  package static func valueAfter(_ clock: MeetingClock.Kind) -> RuleKey { RuleKey("value.after.\(clock.code)") }
  /// Days before a hearing on which counsel and inmate must have met, so that there is time to prepare.
  package static let hearingPreparationDays = RuleKey("value.hearingPreparationDays")
  /// The share of the places for those who have waited longest, whatever their tier.
  package static let longestWaitingShare = RuleKey("value.longestWaitingShare")

  /// What a meeting costs in hours that nobody has confirmed for long: they are the last to be used, and forbid nothing.
  package static let valueOfUnconfirmedHours = RuleKey("value.unconfirmedHours")

  // Time to get ready.

  /// Working days between publishing and the earliest new meeting: 1 for none before the next working morning.
  package static let newMeetingNotice = RuleKey("leastNotice.newMeetingWorkingDays")
  /// Minutes before the earliest start that a run may choose to repair a broken meeting.
  package static let repairNotice = RuleKey("leastNotice.repairMinutes")
  /// Minutes before the earliest start to which a person may move a meeting.
  package static let moveNotice = RuleKey("leastNotice.moveMinutes")

  // The schedule.

  /// 1: a run keeps every lawful meeting that its partner has accepted; 0: it may move or call it off at a price.
  package static let keepsAccepted = RuleKey("schedule.keepsAccepted")
  /// 1: runs are allowed; 0: switched off.
  package static let scheduleEnabled = RuleKey("schedule.enabled")
  /// 1: the nightly run publishes by itself; 0: the registrar publishes.
  package static let publishesItself = RuleKey("schedule.publishesItself")
  /// Working days that a run plans.
  package static let horizonWorkingDays = RuleKey("schedule.horizonWorkingDays")
  /// Length of the grid's slots.
  package static let slotMinutes = RuleKey("schedule.slotMinutes")
  /// Working days from today in which legal sessions do not move.
  package static let freezeWorkingDays = RuleKey("schedule.freezeWorkingDays")
  /// Published sessions after the freeze that one run may move.
  package static let changeBudget = RuleKey("schedule.changeBudget")
  /// Minutes before the start from which a repair is proposed, not applied.
  package static let proposeOnlyMinutes = RuleKey("schedule.proposeOnlyMinutes")
  /// Meetings that one inmate can have on a day.
  package static let sessionsPerInmateAndDay = RuleKey("schedule.sessionsPerInmateAndDay")
  /// Length of a meeting of this service.
  package static func sessionMinutes(_ service: Service) -> RuleKey { RuleKey("session.\(service.code).minutes") }
  /// What a first meeting takes longer.
  package static let firstMeetingExtraMinutes = RuleKey("session.firstMeetingExtraMinutes")
  /// What a meeting with an interpreter takes longer.
  package static let interpreterExtraMinutes = RuleKey("session.interpreterExtraMinutes")
  /// Minutes before the start at which the inmate is called; a slower block adds its own.
  package static let callLeadMinutes = RuleKey("session.callLeadMinutes")
  /// Minutes after the end for search and way back.
  package static let bufferMinutes = RuleKey("session.bufferMinutes")
  /// Working days without an outcome after which a session is unreported.
  package static let unreportedWorkingDays = RuleKey("session.unreportedWorkingDays")
  /// Working days before a session from which an unacknowledged notice is on the telephone list.
  package static let telephoneWorkingDays = RuleKey("notice.telephoneWorkingDays")

  // Education and training.

  /// Fewest participants of an education event.
  package static let educationMinimum = RuleKey("education.minimumParticipants")
  /// Most participants of an education event.
  package static let educationMaximum = RuleKey("education.maximumParticipants")
  /// Participants from one block whom one escort leads to an education event and back.
  package static let educationPeoplePerEscort = RuleKey("education.peoplePerEscort")
  /// Shortest education event.
  package static let educationMinutes = RuleKey("education.minimumMinutes")
  /// Class minutes that one trainee may miss in four weeks without danger to the certificate.
  package static let missedClassMinutes = RuleKey("training.missedMinutesPerFourWeeks")

  // Partners.

  /// The first day of the cooperation agreement.
  package static let agreementFrom = RuleKey("agreement.from")
  /// Days before a lapse (accreditation, agreement, licence) from which it is announced.
  package static let lapseWarningDays = RuleKey("partner.lapseWarningDays")
  /// Days after which an availability nobody confirmed is stale.
  package static let availabilityFreshDays = RuleKey("availability.freshDays")
  /// Days of the rolling window in which load is compared.
  package static let fairnessWindowDays = RuleKey("fairness.windowDays")
  /// Weight of one open matter of this service in a partner's load.
  package static func loadWeight(_ service: Service) -> RuleKey { RuleKey("fairness.load.\(service.code)") }
  /// What an advocate's no-show takes from the partner's share.
  package static let noShowShareLoss = RuleKey("fairness.noShowShareLoss")

  // Register and privacy.

  /// Departures in a full import, as a share of the register, above which it is refused.
  package static let departureLimit = RuleKey("import.departureLimit")
  /// Whether women are held here; if not, one in the population file goes to review.
  package static let holdsWomen = RuleKey("house.holdsWomen")
  /// Age from which people are held here; who is younger goes to review.
  package static let minimumAge = RuleKey("house.minimumAge")
  /// Years after the end of custody at which a person's record is due for erasure.
  package static let retentionYears = RuleKey("retention.personYears")
  /// Hours to answer a subject's request.
  package static let subjectAnswerHours = RuleKey("privacy.subjectAnswerHours")
  /// Hours to give notice of a breach.
  package static let breachNoticeHours = RuleKey("privacy.breachNoticeHours")
}
