/// Every key there is. A rule with another key is refused: a typing error must not become a rule that nobody reads.
package enum RuleCatalogue {
  /// The definitions, by topic.
  package static let definitions: [RuleDefinition] =
    detention + counsel + requests + priority + value + schedule + partners

  private static let byKey = Dictionary(uniqueKeysWithValues: definitions.map { ($0.key, $0) })

  /// The definition of a key, or nil if there is no such key.
  package static func definition(of key: RuleKey) -> RuleDefinition? { byKey[key] }

  private static let detention: [RuleDefinition] = {
    var list: [RuleDefinition] = []
    for law in DetentionLaw.allCases {
      for stage in DetentionStage.allCases {
        for grant in [DetentionGrant.first, .extension] {
          list.append(number(.detention(law, stage, grant), .law, .days, 1...365))
        }
      }
      // The law for children knows no exceptional extension.
      guard law != .child else { continue }
      for grant in [DetentionGrant.exceptionFirst, .exceptionSecond] {
        list.append(number(.detention(law, .investigation, grant), .law, .days, 1...365))
      }
    }
    list.append(RuleDefinition(.newCodeFrom, .law, .none, .date))
    list.append(number(.childMinimumAge, .law, .years, 1...21))
    list.append(number(.childThreatYears, .law, .years, 1...100))
    list.append(number(.firstNoticeDays, .law, .days, 1...90))
    list.append(number(.secondNoticeDays, .law, .days, 1...90))
    return list
  }()

  private static let counsel: [RuleDefinition] = DetentionLaw.allCases.filter { $0 != .child }.flatMap { law in
    [
      number(.appeal(law, against: .trial), .law, .days, 1...90),
      number(.appeal(law, against: .appeal), .law, .days, 1...90),
      number(.cassationMemorandum(law), .law, .days, 1...90),
      number(.counselMandatoryYears(law), .law, .years, 1...100),
      number(.counselPoorYears(law), .law, .years, 1...100),
    ]
  }

  private static let requests: [RuleDefinition] =
    [
      number(.checkWorkingDays, .law, .workingDays, 1...30),
      number(.answerWorkingDays, .law, .workingDays, 1...30),
    ] + DetentionStage.allCases.map { number(.permitWorkingDays($0), .law, .workingDays, 0...30) }

  private static let priority: [RuleDefinition] =
    [
      number(.promotionWorkingDays, .house, .workingDays, 1...400),
      number(.termDays, .house, .days, 0...90),
      number(.hearingDays, .house, .days, 0...90),
      number(.appealDays, .house, .days, 0...90),
      number(.mandatoryCounselTier, .house, .tier, 1...4),
      number(.vulnerableTier, .house, .tier, 1...4),
      number(.elderlyAge, .law, .years, 50...100),
    ]
    // Never negative: more of a reason must never lower a rank.
    + PriorityFactor.Kind.allCases.map { number(.points($0), .house, .points, 0...10_000) }

  // Never negative: a later day is never worth more than an earlier one. The limits keep every sum far from overflow.
  private static let value: [RuleDefinition] = {
    var list = (1...4).map { number(.valueOfDay(tier: $0), .house, .points, 0...1_000) }
    list += MeetingClock.Kind.allCases.map { number(.valueAfter($0), .house, .points, 0...100_000) }
    list += [
      number(.valueOfDayPerHundredPoints, .house, .points, 0...1_000),
      number(.valueOfOverstayDay, .house, .points, 0...10_000),
      number(.hearingPreparationDays, .house, .days, 1...30),
      number(.longestWaitingShare, .house, .perMille, 0...1000),
      number(.valueOfUnconfirmedHours, .house, .points, 0...900),
      number(.newMeetingNotice, .house, .workingDays, 0...10),
      number(.repairNotice, .house, .minutes, 0...1440),
      number(.moveNotice, .house, .minutes, 0...1440),
      number(.keepsAccepted, .house, .flag, 0...1),
    ]
    return list
  }()

  private static let schedule: [RuleDefinition] =
    [
      number(.scheduleEnabled, .house, .flag, 0...1),
      number(.publishesItself, .house, .flag, 0...1),
      number(.horizonWorkingDays, .house, .workingDays, 1...60),
      number(.slotMinutes, .house, .minutes, 5...60),
      number(.freezeWorkingDays, .house, .workingDays, 0...30),
      number(.changeBudget, .house, .sessions, 0...10_000),
      number(.proposeOnlyMinutes, .house, .minutes, 0...1440),
      number(.sessionsPerInmateAndDay, .house, .sessions, 1...10),
    ] + [Service.consultation, .assistance].map { number(.sessionMinutes($0), .house, .minutes, 5...480) }
    + [
      number(.firstMeetingExtraMinutes, .house, .minutes, 0...240),
      number(.interpreterExtraMinutes, .house, .minutes, 0...240),
      number(.callLeadMinutes, .house, .minutes, 0...240),
      number(.bufferMinutes, .house, .minutes, 0...240),
      number(.unreportedWorkingDays, .house, .workingDays, 1...30),
      number(.telephoneWorkingDays, .house, .workingDays, 1...30),
      number(.educationMinimum, .law, .people, 1...500),
      number(.educationMaximum, .law, .people, 1...500),
      number(.educationMinutes, .law, .minutes, 1...1440),
      number(.educationPeoplePerEscort, .house, .people, 1...500),
      number(.missedClassMinutes, .house, .minutes, 0...10_000),
    ]

  private static let partners: [RuleDefinition] =
    [
      RuleDefinition(.agreementFrom, .agreement, .none, .date),
      number(.lapseWarningDays, .house, .days, 0...365),
      number(.availabilityFreshDays, .house, .days, 1...365),
      number(.fairnessWindowDays, .agreement, .days, 1...730),
    ] + Service.allCases.map { number(.loadWeight($0), .agreement, .points, 0...1000) }
    + [
      number(.noShowShareLoss, .agreement, .perMille, 0...1000),
      number(.departureLimit, .house, .perMille, 0...1000),
      number(.holdsWomen, .house, .flag, 0...1),
      number(.minimumAge, .law, .years, 0...21),
      number(.retentionYears, .law, .years, 1...100),
      number(.subjectAnswerHours, .law, .hours, 1...720),
      number(.breachNoticeHours, .law, .hours, 1...720),
    ]

  private static func number(
    _ key: RuleKey, _ authority: RuleDefinition.Authority, _ unit: RuleDefinition.Unit, _ range: ClosedRange<Int>
  ) -> RuleDefinition {
    RuleDefinition(key, authority, unit, .integer(range))
  }
}
