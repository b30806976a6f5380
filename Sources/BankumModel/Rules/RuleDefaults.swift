/// The table that a new register starts with: domain knowledge with its sources, nothing of it confirmed.
///
/// The house's own values hold from 2000-01-01, before anything the register can know, the law's from the day on
/// which the law came into force. Where a source was not found the text says so, and the value is what was likeliest.
package enum RuleDefaults {
  /// Every key of the catalogue with one rule.
  package static let rules: [Rule] = detention + counsel + requests + priority + value + schedule + partners

  /// The defaults as a table.
  ///
  /// The defaults are sound by test; should an edit break them, the table is empty and every look-up throws
  /// `ruleMissing`.
  package static let table: RuleTable = (try? RuleTable(rules)) ?? .empty

  private static let always = date(2000, 1, 1)
  private static let oldCode = date(1981, 12, 31)
  private static let newCode = date(2026, 1, 2)
  private static let childLaw = date(2014, 7, 30)
  private static let agreement = date(2025, 11, 11)

  private static let detention: [Rule] = {
    // Stage, first order, extension: (days old, days new, days for children).
    let limits: [(DetentionStage, old: (Int, Int), new: (Int, Int), child: (Int, Int), article: Int)] = [
      (.investigation, (20, 40), (20, 40), (7, 8), 24), (.prosecution, (20, 30), (20, 30), (5, 5), 25),
      (.trial, (30, 60), (30, 60), (10, 15), 26), (.appeal, (30, 60), (30, 60), (10, 15), 27),
      (.cassation, (50, 60), (50, 60), (15, 20), 28),
    ]
    var list: [Rule] = []
    for (stage, old, new, child, article) in limits {
      let newSource =
        switch stage {
        case .investigation, .prosecution, .trial: "UU 20/2025, about Art \(article + 78): article number inferred"
        case .appeal: "UU 20/2025, about Art 105: text not complete in the source found, taken from UU 8/1981"
        case .cassation: "UU 20/2025, about Art 106: not verified; a draft of 2025 gave 90 days in all"
        }
      for (grant, days) in [(DetentionGrant.first, old.0), (.extension, old.1)] {
        list.append(number(.detention(.old, stage, grant), days, oldCode, "UU 8/1981 (KUHAP) Art \(article)"))
      }
      for (grant, days) in [(DetentionGrant.first, new.0), (.extension, new.1)] {
        list.append(number(.detention(.new, stage, grant), days, newCode, newSource))
      }
      for (grant, days) in [(DetentionGrant.first, child.0), (.extension, child.1)] {
        list.append(number(.detention(.child, stage, grant), days, childLaw, "UU 11/2012 (SPPA) Art 33-38"))
      }
    }
    for grant in [DetentionGrant.exceptionFirst, .exceptionSecond] {
      list.append(number(.detention(.old, .investigation, grant), 30, oldCode, "UU 8/1981 (KUHAP) Art 29"))
      list.append(
        number(.detention(.new, .investigation, grant), 30, newCode, "UU 20/2025: exception kept, form not verified"))
    }
    list.append(
      Rule(key: .newCodeFrom, value: .date(newCode), validFrom: always, source: "UU 20/2025 Art 361; SEMA 1/2026"))
    list.append(number(.childMinimumAge, 14, childLaw, "UU 11/2012 (SPPA) Art 32"))
    list.append(number(.childThreatYears, 7, childLaw, "UU 11/2012 (SPPA) Art 32"))
    list.append(number(.firstNoticeDays, 10, always, "Kepdirjenpas PAS-170/2015, form 5.36"))
    list.append(number(.secondNoticeDays, 3, always, "Kepdirjenpas PAS-170/2015, form 5.37"))
    return list
  }()

  private static let counsel: [Rule] = [
    number(.appeal(.old, against: .trial), 7, oldCode, "UU 8/1981 (KUHAP) Art 233"),
    number(.appeal(.old, against: .appeal), 14, oldCode, "UU 8/1981 (KUHAP) Art 245"),
    number(.cassationMemorandum(.old), 14, oldCode, "UU 8/1981 (KUHAP) Art 248"),
    number(.appeal(.new, against: .trial), 7, newCode, "UU 20/2025: not verified, taken from UU 8/1981"),
    number(.appeal(.new, against: .appeal), 14, newCode, "UU 20/2025: not verified, taken from UU 8/1981"),
    number(.cassationMemorandum(.new), 14, newCode, "UU 20/2025: not verified, taken from UU 8/1981"),
    number(.counselMandatoryYears(.old), 15, oldCode, "UU 8/1981 (KUHAP) Art 56"),
    number(.counselPoorYears(.old), 5, oldCode, "UU 8/1981 (KUHAP) Art 56"),
    number(.counselMandatoryYears(.new), 15, newCode, "UU 20/2025 Art 155(1)"),
    number(.counselPoorYears(.new), 5, newCode, "UU 20/2025 Art 155(2)"),
  ]

  private static let requests: [Rule] =
    [
      number(.checkWorkingDays, 1, always, "Kanwil service standard of legal aid; UU 16/2011 Art 15"),
      number(.answerWorkingDays, 3, always, "UU 16/2011 Art 15"),
    ]
    + DetentionStage.allCases.map { stage in
      stage == .prosecution
        ? number(.permitWorkingDays(stage), 3, always, "Form T-10: asked for three days ahead, Monday to Friday")
        : number(.permitWorkingDays(stage), 0, always, "PP 27/1983 Art 20: no lead time found")
    }

  private static let priority: [Rule] =
    [
      house(.promotionWorkingDays, 40), house(.termDays, 10), house(.hearingDays, 7), house(.appealDays, 7),
      house(.mandatoryCounselTier, 2), house(.vulnerableTier, 3),
      number(.elderlyAge, 60, always, "UU 13/1998 Art 1"),
    ]
    + PriorityFactor.Kind.allCases.map { house(.points($0), points(of: $0)) }

  private static let value: [Rule] = {
    var list = [
      house(.valueOfDay(tier: 1), 40), house(.valueOfDay(tier: 2), 24), house(.valueOfDay(tier: 3), 16),
      house(.valueOfDay(tier: 4), 8), house(.valueOfDayPerHundredPoints, 16), house(.valueOfOverstayDay, 4_000),
      house(.hearingPreparationDays, 1), house(.longestWaitingShare, 0),
      house(.valueOfUnconfirmedHours, 200), house(.newMeetingNotice, 1), house(.repairNotice, 120),
      house(.moveNotice, 60), house(.keepsAccepted, 1),
    ]
    for clock in MeetingClock.Kind.allCases { list.append(house(.valueAfter(clock), loss(after: clock))) }
    return list
  }()

  private static let schedule: [Rule] = [
    house(.scheduleEnabled, 1), house(.publishesItself, 0), house(.horizonWorkingDays, 10), house(.slotMinutes, 15),
    house(.freezeWorkingDays, 3), house(.changeBudget, 10), house(.proposeOnlyMinutes, 120),
    house(.sessionsPerInmateAndDay, 1), house(.sessionMinutes(.consultation), 45),
    house(.sessionMinutes(.assistance), 60), house(.firstMeetingExtraMinutes, 15),
    house(.interpreterExtraMinutes, 15), house(.callLeadMinutes, 15), house(.bufferMinutes, 15),
    house(.unreportedWorkingDays, 2), house(.telephoneWorkingDays, 1),
    number(.educationMinimum, 15, always, "Kanwil service standard of penyuluhan hukum"),
    number(.educationMaximum, 30, always, "Kanwil service standard of penyuluhan hukum"),
    number(.educationMinutes, 120, always, "Kanwil service standard of penyuluhan hukum"),
    house(.educationPeoplePerEscort, 15), house(.missedClassMinutes, 120),
  ]

  private static let partners: [Rule] =
    [
      Rule(
        key: .agreementFrom, value: .date(agreement), validFrom: always,
        source: "Cooperation agreement (PKS) signed on 11 November 2025"),
      house(.lapseWarningDays, 60), house(.availabilityFreshDays, 30), house(.fairnessWindowDays, 90),
    ]
    + [(Service.consultation, 1), (.assistance, 5), (.education, 2)].map { house(.loadWeight($0.0), $0.1) }
    + [
      house(.noShowShareLoss, 50), house(.departureLimit, 20), house(.holdsWomen, 0),
      number(.minimumAge, 18, always, "UU 11/2012 Art 1: children are held elsewhere"),
      number(.retentionYears, 5, always, "UU 27/2022 Art 42-44: schedule of the archive not found, assumed"),
      number(.subjectAnswerHours, 72, always, "UU 27/2022 Art 32"),
      number(.breachNoticeHours, 72, always, "UU 27/2022 Art 46"),
    ]

  private static func loss(after clock: MeetingClock.Kind) -> Int {
    switch clock {
    case .termWithinSecondNotice: 3_600
    case .termWithinFirstNotice, .hearing, .appeal: 3_000
    case .termLater: 2_000
    case .answer: 400
    }
  }

  private static func points(of kind: PriorityFactor.Kind) -> Int {
    switch kind {
    case .overstay: 1000
    case .termWithinSecondNotice: 600
    case .termWithinFirstNotice: 300
    case .hearing, .appeal: 250
    case .child: 400
    case .mandatoryCounsel: 200
    case .woman, .disability, .illness: 100
    case .elderly, .language: 80
    case .lostMeeting: 60
    case .longestWaiting: 200
    case .neverSeen: 40
    case .waiting: 5
    }
  }

  private static func number(_ key: RuleKey, _ number: Int, _ from: CivilDate, _ source: String) -> Rule {
    Rule(key: key, value: .integer(number), validFrom: from, source: source)
  }

  private static func house(_ key: RuleKey, _ value: Int) -> Rule {
    number(key, value, always, "Default of the house; invented, to be decided")
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? .earliest
  }
}
