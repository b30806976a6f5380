extension HouseRule {
  /// What kind of obstacle a rule is. Every rule says it here, once.
  enum Nature {
    /// The wall between adverse people, by what was before the plan.
    case wall
    /// The wall between adverse people, inside the plan.
    case wallInPlan
    /// Others' meetings have filled a limit that two people of the house may exceed.
    case full
    /// Somebody or something would be in two places at once: others' meetings are in the way, and nobody may decide.
    case taken
    /// It cannot take place, another decision is the way (the pin, the partner that holds it), or a run alone says it.
    case firm
    /// Two people of the house may decide, with a reason, that the meeting takes place all the same.
    case soft
  }

  var nature: Nature {
    switch self {
    case .adverseMandate, .adverseClient, .adverseOffer, .adversePastClient, .conflictReported: .wall
    case .adversePlanned: .wallInPlan
    case .inmateDailyLimit, .keptApart, .escort, .quota, .dailyCap, .weeklyCap: .full
    case .inmateBusy, .advocateBusy, .roomBusy: .taken
    case .requestClosed, .inmateGone, .past, .heldByOtherPartner, .notEmployed, .frozen, .pinned, .timeGrid, .leftFree:
      .firm
    case .inmateAbsent, .hearingDay, .permitRefused, .permitLead, .due, .classHours, .leastNotice, .houseClosed,
      .openingHours, .buffer, .partnerRefused, .partnerSilent, .refusedByInmate, .wishOtherPartner, .agreementLapsed,
      .accreditationLapsed, .paralegalNoAssistance, .mandateMissing, .mandateOfOtherPartner, .skill, .language,
      .advocateSex, .licenceLapsed, .advocateAbsent, .advocateInCourt, .advocateUnavailable, .availabilityStale,
      .roomKind, .roomNotConfidential, .roomNotAccessible, .roomReserved, .roomClosed:
      .soft
    }
  }

  /// Whether other meetings are in the way: it would not hold if nobody else were served.
  package var isCausedByOthers: Bool {
    switch nature {
    case .wallInPlan, .full, .taken: true
    case .wall, .firm, .soft: false
    }
  }

  /// Whether it belongs to the wall between adverse people: never relaxed by a run, never named to an inmate.
  package var isConflict: Bool {
    switch nature {
    case .wall, .wallInPlan: true
    case .full, .taken, .firm, .soft: false
    }
  }

  /// Whether two people of the house may decide, with a reason, that a meeting takes place in spite of it.
  package var isOverridable: Bool {
    switch nature {
    case .full, .soft: true
    case .wall, .wallInPlan, .taken, .firm: false
    }
  }
}
