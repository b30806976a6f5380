import BankumModel

/// What the house or somebody else can change so that a rule does not forbid a place any more, in the order in which
/// changes are told. What none of them lifts is not the house's to change.
enum Remedy: Int, CaseIterable {
  /// A permit that was refused is granted.
  case permitRefused
  /// A permit comes earlier.
  case permitLead
  /// Class is missed.
  case classHours
  /// The block gets one more escort.
  case escort
  /// The house opens.
  case house
  /// The inmate leaves his choice of a partner.
  case wish
  /// The partner takes one more.
  case quota
  /// The inmate gives a mandate.
  case mandate
  /// Counsel need not know the matter.
  case skill
  /// Counsel need not speak the language.
  case language
  /// Counsel may be of the other sex.
  case sex
  /// The advocate comes.
  case come
  /// The advocate takes one more.
  case cap

  /// What lifts a rule; nil for one that nothing lifts.
  init?(_ rule: HouseRule) {
    switch rule {
    case .dailyCap, .weeklyCap: self = .cap
    case .quota: self = .quota
    case .escort: self = .escort
    case .advocateUnavailable, .availabilityStale, .advocateAbsent: self = .come
    case .permitLead: self = .permitLead
    case .permitRefused: self = .permitRefused
    case .openingHours, .houseClosed, .buffer: self = .house
    case .mandateMissing: self = .mandate
    case .wishOtherPartner: self = .wish
    case .skill: self = .skill
    case .language: self = .language
    case .advocateSex: self = .sex
    case .classHours: self = .classHours
    case .requestClosed, .inmateGone, .inmateAbsent, .due, .hearingDay, .inmateBusy, .inmateDailyLimit, .keptApart,
      .past, .leastNotice, .partnerRefused, .partnerSilent, .refusedByInmate, .adverseMandate, .adverseClient,
      .adverseOffer, .adversePastClient, .conflictReported, .adversePlanned, .heldByOtherPartner, .agreementLapsed,
      .accreditationLapsed, .paralegalNoAssistance, .mandateOfOtherPartner, .licenceLapsed, .notEmployed,
      .advocateInCourt, .advocateBusy, .roomKind, .roomNotConfidential, .roomNotAccessible, .roomReserved, .roomClosed,
      .roomBusy, .frozen, .pinned, .timeGrid, .leftFree:
      return nil
    }
  }

  /// What it takes. Others' meetings come first: a cap is easier raised than an advocate found; what somebody wished is
  /// asked of him last. Between 1,300 and 1,600 lie the rooms.
  var price: Int {
    switch self {
    case .cap: 1_000
    case .quota: 1_100
    case .escort: 1_200
    case .come: 1_300
    case .permitLead: 1_600
    case .house: 1_800
    case .mandate: 1_900
    case .wish: 2_000
    case .skill, .language, .sex: 2_100
    case .classHours: 2_200
    case .permitRefused: 2_400
    }
  }
}

/// Several remedies, each once.
struct Remedies {
  private var bits: UInt32 = 0
  /// What they take together.
  private(set) var price = 0

  /// None.
  init() {}

  /// What lifts all of these; nil if nothing lifts one of them.
  init?(_ breaches: [RuleBreach]) {
    for breach in breaches {
      guard let remedy = Remedy(breach.rule) else { return nil }
      insert(remedy)
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { bits == 0 }

  /// All of them, in the order in which they are told.
  var all: [Remedy] { Remedy.allCases.filter { bits & 1 << UInt32($0.rawValue) != 0 } }

  mutating func insert(_ remedy: Remedy) {
    let bit: UInt32 = 1 << UInt32(remedy.rawValue)
    guard bits & bit == 0 else { return }
    bits |= bit
    price += remedy.price
  }

  /// Both, each remedy once.
  func union(_ other: Remedies) -> Remedies {
    if other.isEmpty || bits | other.bits == bits { return self }
    var union = self
    for remedy in other.all { union.insert(remedy) }
    return union
  }
}
