import BankumModel

extension HouseRule {
  /// What partners and inmates are told when a published meeting gives way to the rule.
  var changeReason: ChangeReason {
    switch self {
    case .requestClosed: .requestEnded
    case .inmateGone, .inmateAbsent, .due, .inmateBusy, .inmateDailyLimit, .classHours, .permitRefused, .permitLead:
      .inmateUnavailable
    case .hearingDay: .hearing
    case .houseClosed, .openingHours, .buffer, .escort: .houseUnavailable
    case .keptApart: .security
    case .partnerRefused, .refusedByInmate, .wishOtherPartner, .heldByOtherPartner: .asked
    case .partnerSilent: .silent
    case .adverseMandate, .adverseClient, .adverseOffer, .adversePastClient, .conflictReported, .adversePlanned:
      .conflict
    case .agreementLapsed, .accreditationLapsed, .quota, .paralegalNoAssistance, .mandateMissing,
      .mandateOfOtherPartner, .skill, .language, .advocateSex, .licenceLapsed, .notEmployed, .advocateAbsent,
      .advocateInCourt, .advocateUnavailable, .availabilityStale, .advocateBusy, .dailyCap, .weeklyCap:
      .advocateUnavailable
    case .roomKind, .roomNotConfidential, .roomNotAccessible, .roomReserved, .roomClosed, .roomBusy: .roomUnavailable
    case .past, .leastNotice, .frozen, .pinned, .timeGrid, .leftFree: .urgency
    }
  }
}
