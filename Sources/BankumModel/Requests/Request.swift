/// Somebody's wish for legal aid, from filing to end.
///
/// What is asked is kept as service and topic; what was said never is.
package struct Request: Entity {
  /// Ids are `rq-...`.
  package static let idPrefix = "rq"

  /// The id.
  package let id: Identifier<Request>
  /// Who asks.
  package var inmate: Inmate.ID
  /// What he asks for.
  package var service: Service
  /// Where it stands; changed by `apply` only, see the table of transitions.
  package internal(set) var state: RequestState
  /// The day of filing.
  package var submittedOn: CivilDate
  /// How it came.
  package var channel: Channel
  /// What it is about, in a few words: for education the topic.
  package var topic: String?
  /// Which case it is about.
  package var caseFile: CaseFile.ID?
  /// The partner he would choose: choice beats balance.
  package var wishPartner: Partner.ID?
  /// The partners left out, each with its reason.
  package var exclusions: [PartnerExclusion]
  /// The sex of counsel that he asks for; nil: any.
  package var advocateSex: Sex?
  /// What counsel must know.
  package var skill: Skill?
  /// The language that he wants to speak; nil: one of his.
  package var language: LanguageCode?
  /// Needs beyond those on his record.
  package var needs: Set<Need>
  /// The proof of poverty; nil: missing, which never delays the first visit.
  package var povertyProof: PovertyProof?
  /// The visit permit of the stage; nil: not asked for yet.
  package var permit: VisitPermit?
  /// What the partner that holds it found missing, in a few words; nil when nothing is known to be.
  package var missing: String?
  /// The partner that holds it, with its clock; nil when none does.
  package var offer: Offer?
  /// The day from which waiting counts when a held meeting reset it; nil: the day of filing.
  package var waitingSince: CivilDate?
  /// Meetings lost through no fault of the inmate since then.
  package var lostMeetings: Int
  /// How it ended; nil while open.
  package var closing: Closing?

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, inmate: Inmate.ID, service: Service, state: RequestState = .submitted, submittedOn: CivilDate,
    channel: Channel, topic: String? = nil, caseFile: CaseFile.ID? = nil, wishPartner: Partner.ID? = nil,
    exclusions: [PartnerExclusion] = [], advocateSex: Sex? = nil, skill: Skill? = nil, language: LanguageCode? = nil,
    needs: Set<Need> = [], povertyProof: PovertyProof? = nil, permit: VisitPermit? = nil,
    missing: String? = nil, offer: Offer? = nil,
    waitingSince: CivilDate? = nil,
    lostMeetings: Int = 0, closing: Closing? = nil
  ) {
    self.id = id
    self.inmate = inmate
    self.service = service
    self.state = state
    self.submittedOn = submittedOn
    self.channel = channel
    self.topic = topic
    self.caseFile = caseFile
    self.wishPartner = wishPartner
    self.exclusions = exclusions
    self.advocateSex = advocateSex
    self.skill = skill
    self.language = language
    self.needs = needs
    self.povertyProof = povertyProof
    self.permit = permit
    self.missing = missing
    self.offer = offer
    self.waitingSince = waitingSince
    self.lostMeetings = lostMeetings
    self.closing = closing
  }

  /// The day from which waiting counts.
  package var waitsSince: CivilDate { waitingSince ?? submittedOn }

  /// The partners left out for this request.
  package var excludedPartners: Set<Partner.ID> { Set(exclusions.map(\.partner)) }

  /// An offer without a state that has one, an end without a reason, refusal of counsel without minutes, a wish for a
  /// partner that the inmate refuses.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireOptionalText(topic, "topic", .topic)
    list.requireOptionalText(missing, "missing", .missing)
    list.require(
      state.hasPartner == (offer != nil), "offer", state.code,
      expected: state.hasPartner ? "a partner that holds it" : "no partner in this state")
    list.require(
      state.isOpen == (closing == nil), "closing", state.code,
      expected: state.isOpen ? "no end while open" : "why and when it ended")
    if let closing {
      list.requireOrder(submittedOn, closing.on, "closing.on")
      list.require(
        closing.reason != .refusedCounsel || closing.record != nil, "closing.record", "",
        expected: "the number of the written record")
      list.requireOptionalText(closing.record, "closing.record", .documentNumber)
    }
    list.requireOrder(submittedOn, waitingSince, "waitingSince")
    list.requireOrder(submittedOn, offer?.offeredAt.date, "offer.offeredAt")
    list.require(
      Set(exclusions.map(\.partner)).count == exclusions.count, "exclusions", "\(exclusions.count) exclusions",
      expected: "each partner once")
    if let wishPartner {
      list.require(
        !exclusions.contains { $0.partner == wishPartner && $0.reason == .refusedByInmate }, "wishPartner",
        wishPartner.text, expected: "a partner that the inmate does not refuse")
    }
    list.require(lostMeetings, in: 0...1000, "lostMeetings")
    return list.problems
  }
}
