import BankumModel
import BankumPlanning

/// What an inmate is told of why he waits: his own matters as they are, everything about others as a turn that comes.
package enum InmateReason: String, Coded {
  /// Others are before him.
  case turn
  /// He is in court.
  case court
  /// He is away.
  case away
  /// The permit is missing.
  case permit
  /// He has something else then.
  case otherMeeting
  /// His training.
  case training
  /// What he asked for.
  case wish
  /// Nobody fits his matter or language then.
  case person
  /// The power of attorney.
  case mandate
  /// The house is closed.
  case house
  /// Only a decision helps; why is not for him.
  case office
  /// Education is for groups.
  case group

  /// What a rule means to him; nil where there is nothing to tell.
  init?(_ rule: HouseRule) {
    switch rule {
    case .requestClosed, .past, .leastNotice, .timeGrid, .pinned, .frozen: return nil
    case .inmateGone, .inmateAbsent, .due: self = .away
    case .hearingDay: self = .court
    case .permitRefused, .permitLead: self = .permit
    case .inmateBusy, .inmateDailyLimit: self = .otherMeeting
    case .classHours: self = .training
    case .refusedByInmate, .wishOtherPartner: self = .wish
    case .paralegalNoAssistance, .skill, .language, .advocateSex: self = .person
    case .mandateMissing: self = .mandate
    case .houseClosed, .openingHours, .buffer: self = .house
    // Everything about others sounds alike: that there is somebody to be kept from is told by no difference.
    case .keptApart, .escort, .partnerRefused, .partnerSilent, .adverseMandate, .adverseClient, .adverseOffer,
      .adversePastClient, .conflictReported, .adversePlanned, .heldByOtherPartner, .agreementLapsed,
      .accreditationLapsed, .quota, .mandateOfOtherPartner, .licenceLapsed, .notEmployed, .advocateAbsent,
      .advocateInCourt, .advocateUnavailable, .availabilityStale, .advocateBusy, .dailyCap, .weeklyCap, .roomKind,
      .roomNotConfidential, .roomNotAccessible, .roomReserved, .roomClosed, .roomBusy, .leftFree:
      self = .turn
    }
  }

  /// The reasons of these rules, each once.
  static func all(_ rules: [HouseRule], helpsOnlyDecision: Bool) -> [InmateReason] {
    let found = Set(rules.compactMap(InmateReason.init))
    let told = helpsOnlyDecision ? found.subtracting([.turn]).union([.office]) : found
    return allCases.filter(told.contains)
  }
}
