import BankumModel

/// Every rule that can forbid a meeting. The codes are rule ids of the contract; words come from the catalogue.
package enum HouseRule: String, Coded {
  // The request and the inmate.

  /// The request has ended, or is for education.
  case requestClosed
  /// The inmate is not here any more.
  case inmateGone
  /// He is away on the day: hospital, court, isolation.
  case inmateAbsent
  /// He has a hearing on the day.
  case hearingDay
  /// The visit permit was refused.
  case permitRefused
  /// The visit permit cannot allow a meeting so early.
  case permitLead
  /// After the end of the sentence.
  case due
  /// He has another meeting or event then.
  case inmateBusy
  /// He has as many meetings on the day as one can have.
  case inmateDailyLimit
  /// He would miss more certified class than his certificate allows.
  case classHours
  /// Somebody who must be kept apart from him is in the visiting area then.
  case keptApart
  /// His block cannot send more inmates then.
  case escort

  // The time.

  /// It would begin in the past.
  case past
  /// Too soon for anybody to get ready.
  case leastNotice
  /// The house receives nobody on the day: holiday, closure, weekend.
  case houseClosed
  /// Not inside the opening hours of the day.
  case openingHours
  /// The minutes for search and way back do not fit into the hours of house or room.
  case buffer

  // Partner and wall.

  /// The partner refused this request.
  case partnerRefused
  /// The partner let its time pass.
  case partnerSilent
  /// The inmate does not want this partner.
  case refusedByInmate
  /// The partner represents somebody whose interests are against his.
  case adverseMandate
  /// The partner has accepted a request of such a person.
  case adverseClient
  /// The partner holds an offer for such a person.
  case adverseOffer
  /// The partner served such a person before.
  case adversePastClient
  /// The partner reported a conflict.
  case conflictReported
  /// The partner would serve such a person in this plan.
  case adversePlanned
  /// Another partner holds the request.
  case heldByOtherPartner
  /// The inmate chose another partner.
  case wishOtherPartner
  /// The partner's agreement does not hold on the day.
  case agreementLapsed
  /// The partner's accreditation does not hold on the day.
  case accreditationLapsed
  /// The partner has as many meetings in the period as its quota.
  case quota

  // The advocate.

  /// Representation is for advocates.
  case paralegalNoAssistance
  /// Assistance beyond the first meeting needs a power of attorney.
  case mandateMissing
  /// The mandate is another partner's.
  case mandateOfOtherPartner
  /// Does not know what the matter asks.
  case skill
  /// Speaks no language of his, and no interpreter comes.
  case language
  /// Is not of the sex asked for.
  case advocateSex
  /// Licence or certificate do not hold on the day.
  case licenceLapsed
  /// Does not work for the partner on the day.
  case notEmployed
  /// Away on the day.
  case advocateAbsent
  /// In court on the day.
  case advocateInCourt
  /// Does not come then.
  case advocateUnavailable
  /// Comes then only by hours that nobody has confirmed for long: said of a meeting there, forbids none.
  case availabilityStale
  /// Has another meeting or event then.
  case advocateBusy
  /// Has as many meetings on the day as the cap.
  case dailyCap
  /// Has as many meetings in the week as the cap.
  case weeklyCap

  // The room.

  /// Is not for meetings of one inmate with counsel.
  case roomKind
  /// Can be overheard.
  case roomNotConfidential
  /// Has stairs.
  case roomNotAccessible
  /// Is reserved for another partner then.
  case roomReserved
  /// Is closed then.
  case roomClosed
  /// Is taken then.
  case roomBusy

  // The schedule in force.

  /// A published meeting inside the days in which meetings do not move.
  case frozen
  /// A meeting that the registrar has pinned.
  case pinned
  /// The rules leave a place that the grid of the run does not have: hours that begin off the grid, unconfirmed hours
  /// beside confirmed ones.
  case timeGrid
  /// The rules leave a place that the run has not taken: it was too short, or a place there would cost the plan more.
  case leftFree

  /// The rule of an exclusion of a partner on the request.
  init(_ reason: ExclusionReason) {
    switch reason {
    case .refusedByPartner: self = .partnerRefused
    case .silent: self = .partnerSilent
    case .conflict: self = .conflictReported
    case .refusedByInmate: self = .refusedByInmate
    }
  }

  /// The rule of a reason of the wall.
  init(_ reason: ConflictReason) {
    switch reason {
    case .adverseMandate: self = .adverseMandate
    case .adverseClient: self = .adverseClient
    case .adverseOffer: self = .adverseOffer
    case .adversePastClient: self = .adversePastClient
    case .conflictReported: self = .conflictReported
    }
  }

  /// The rule of a refusal by eligibility.
  init(_ refusal: ServiceEligibility.Refusal) {
    switch refusal {
    case .paralegalNoAssistance: self = .paralegalNoAssistance
    case .mandateMissing: self = .mandateMissing
    case .mandateOfOtherPartner: self = .mandateOfOtherPartner
    }
  }

  /// The rule of a lapsed credential.
  init(_ credential: CredentialStatus.Credential) {
    switch credential {
    case .agreement: self = .agreementLapsed
    case .accreditation: self = .accreditationLapsed
    case .licence: self = .licenceLapsed
    case .employment: self = .notEmployed
    }
  }
}
