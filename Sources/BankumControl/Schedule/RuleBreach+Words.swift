import BankumModel
import BankumOffice
import BankumPlanning
import BankumWords

extension RuleBreach {
  /// What the rule says, with its values; the name of whom it concerns stands before it.
  var message: Message {
    switch rule {
    case .requestClosed: .explainRuleRequestClosed
    case .inmateGone: .explainRuleInmateGone(presence: word)
    case .inmateAbsent:
      day.map { .explainRuleInmateAbsentUntil(reason: word, day: $0) } ?? .explainRuleInmateAbsent(reason: word)
    case .hearingDay: .explainRuleHearingDay(day: someDay)
    case .permitRefused: .explainRulePermitRefused
    case .permitLead: .explainRulePermitLead(day: someDay)
    case .due: .explainRuleDue(day: someDay)
    case .inmateBusy: .explainRuleInmateBusy(hours: texts.first ?? "")
    case .inmateDailyLimit: .explainRuleInmateDailyLimit(most: number(0))
    case .classHours: .explainRuleClassHours(lost: number(0), left: number(1))
    case .keptApart: .explainRuleKeptApart
    case .escort: .explainRuleEscort(most: number(0))
    case .past: .explainRulePast
    case .leastNotice: .explainRuleLeastNotice(day: someDay)
    case .houseClosed: .explainRuleHouseClosed(day: someDay)
    case .openingHours: .explainRuleOpeningHours(hours: texts)
    case .buffer: .explainRuleBuffer(hours: texts)
    // Those about organisations.
    case .partnerRefused: .explainRulePartnerRefused
    case .partnerSilent: .explainRulePartnerSilent
    case .refusedByInmate: .explainRuleRefusedByInmate
    case .adverseMandate: .explainRuleAdverseMandate
    case .adverseClient: .explainRuleAdverseClient
    case .adverseOffer: .explainRuleAdverseOffer
    case .adversePastClient: .explainRuleAdversePastClient
    case .conflictReported: .explainRuleConflictReported
    case .adversePlanned: .explainRuleAdversePlanned
    case .heldByOtherPartner: .explainRuleHeldByOtherPartner
    case .wishOtherPartner: .explainRuleWishOtherPartner
    case .agreementLapsed: .explainRuleAgreementLapsed(day: someDay)
    case .accreditationLapsed: .explainRuleAccreditationLapsed(day: someDay)
    case .quota: .explainRuleQuota(most: number(0))
    // Those about advocates.
    case .paralegalNoAssistance: .explainRuleParalegalNoAssistance
    case .mandateMissing: .explainRuleMandateMissing
    case .mandateOfOtherPartner: .explainRuleMandateOfOtherPartner
    case .skill: .explainRuleSkill(skill: word)
    case .language: .explainRuleLanguage(languages: texts)
    case .advocateSex: .explainRuleAdvocateSex(sex: word)
    case .licenceLapsed: .explainRuleLicenceLapsed(day: someDay)
    case .notEmployed: .explainRuleNotEmployed
    case .advocateAbsent: .explainRuleAdvocateAbsent(day: someDay)
    case .advocateInCourt: .explainRuleAdvocateInCourt(day: someDay)
    case .advocateUnavailable: advocate == nil ? .explainRuleNobodyThere : .explainRuleAdvocateUnavailable
    case .availabilityStale: .explainRuleAvailabilityStale
    case .advocateBusy: .explainRuleAdvocateBusy
    case .dailyCap: .explainRuleDailyCap(most: number(0))
    case .weeklyCap: .explainRuleWeeklyCap(most: number(0))
    // Those about rooms and the schedule in force.
    case .roomKind: room == nil ? .explainRuleNoRoom : .explainRuleRoomKind
    case .roomNotConfidential: .explainRuleRoomNotConfidential
    case .roomNotAccessible: .explainRuleRoomNotAccessible
    case .roomReserved: .explainRuleRoomReserved
    case .roomClosed: .explainRuleRoomClosed
    case .roomBusy: .explainRuleRoomBusy
    case .frozen: .explainRuleFrozen(day: someDay)
    case .pinned: .explainRulePinned
    case .timeGrid: .explainRuleTimeGrid
    case .leftFree: .explainRuleLeftFree
    }
  }

  private var texts: [String] { values.map(\.text) }

  private func number(_ position: Int) -> Int {
    guard values.indices.contains(position), case .number(let number) = values[position] else { return 0 }
    return number
  }

  /// The first day among the values.
  private var day: CivilDay? {
    for case .date(let date) in values { return CivilDay(date) }
    return nil
  }

  /// The same for rules that always have one.
  private var someDay: CivilDay { day ?? CivilDay(year: 0, month: 0, day: 0) }

  /// The first code among the values, as a word if the catalogue has one: made when the language is known.
  private var word: Message {
    for case .code(let code) in values { return Message.named("explain.word.\(code)") ?? .errorText(text: code) }
    return .errorText(text: "")
  }
}

extension CivilDay {
  /// A date of the house.
  init(_ date: CivilDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

extension InmateReason {
  /// The reason as the inmate is told.
  var message: Message {
    switch self {
    case .turn: .explainInmateTurn
    case .court: .explainInmateCourt
    case .away: .explainInmateAway
    case .permit: .explainInmatePermit
    case .otherMeeting: .explainInmateOtherMeeting
    case .training: .explainInmateTraining
    case .wish: .explainInmateWish
    case .person: .explainInmatePerson
    case .mandate: .explainInmateMandate
    case .house: .explainInmateHouse
    case .office: .explainInmateOffice
    case .group: .explainInmateGroup
    }
  }
}
