/// One meeting of one inmate with one advocate or paralegal.
///
/// Education for many is an `EducationEvent`. Nothing of what was said is stored, only that it was planned and how it
/// ended.
package struct Session: Entity {
  /// Ids are `se-...`.
  package static let idPrefix = "se"

  /// The id.
  package let id: Identifier<Session>
  /// The request it serves; nil for a walk-in without one.
  package var request: Request.ID?
  /// What it is for.
  package var service: Service
  /// Who is met.
  package var inmate: Inmate.ID
  /// For which partner.
  package var partner: Partner.ID
  /// Who meets him.
  package var advocate: Advocate.ID
  /// Where; nil only for a recorded visit.
  package var room: Room.ID?
  /// The day.
  package var date: CivilDate
  /// From when until when.
  package var hours: MinuteRange
  /// When the block is to call him.
  package var callAt: MinuteOfDay
  /// Where it stands; changed by `apply` and by reports of its outcome only, see the table of transitions.
  package internal(set) var state: SessionState
  /// Whether it is their first: on a letter of referral, the power of attorney is signed at it.
  package var isFirstMeeting: Bool
  /// The mandate it rests on.
  package var mandate: Mandate.ID?
  /// Whether runs must leave it where it is.
  package var isPinned: Bool
  /// How it came about.
  package var origin: SessionOrigin
  /// The rule ids that a recorded or overridden meeting breaks, sorted.
  package var brokenRules: [String]
  /// What the report of its outcome did to its request; nil without an outcome or an open request.
  package var effect: OutcomeEffect?
  /// Why somebody last moved it or called it off; nil when nobody did by hand.
  package var changeReason: ChangeReason?

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, request: Request.ID? = nil, service: Service, inmate: Inmate.ID, partner: Partner.ID,
    advocate: Advocate.ID, room: Room.ID? = nil, date: CivilDate, hours: MinuteRange, callAt: MinuteOfDay,
    state: SessionState = .draft, isFirstMeeting: Bool = false, mandate: Mandate.ID? = nil, isPinned: Bool = false,
    origin: SessionOrigin = .planned, brokenRules: [String] = [], effect: OutcomeEffect? = nil,
    changeReason: ChangeReason? = nil
  ) {
    self.id = id
    self.request = request
    self.service = service
    self.inmate = inmate
    self.partner = partner
    self.advocate = advocate
    self.room = room
    self.date = date
    self.hours = hours
    self.callAt = callAt
    self.state = state
    self.isFirstMeeting = isFirstMeeting
    self.mandate = mandate
    self.isPinned = isPinned
    self.origin = origin
    self.brokenRules = brokenRules
    self.effect = effect
    self.changeReason = changeReason
  }

  /// When it begins.
  package var start: CivilTime { CivilTime(date, hours.start) }

  /// When it ends.
  package var end: CivilTime { CivilTime(date, hours.end) }

  /// Whether both take some minute of the same day.
  package func overlaps(_ other: Session) -> Bool { date == other.date && hours.overlaps(other.hours) }

  /// No room for a planned meeting, called after it begins, a recorded one that is still planned, education for one.
  package var problems: [Problem] {
    var list = ProblemList()
    list.require(service != .education, "service", service.code, expected: "consultation or assistance")
    list.require(origin.isRecorded || room != nil, "room", "", expected: "a room")
    list.require(callAt <= hours.start, "callAt", callAt.text, expected: "at most \(hours.start.text)")
    list.require(
      !(origin.isRecorded && state.isPlanned), "state", state.code, expected: "an outcome for a recorded visit")
    list.require(brokenRules == brokenRules.sorted(), "brokenRules", "unsorted", expected: "rule ids in order")
    list.require(
      effect == nil || (request != nil && state.isReported), "effect", state.code,
      expected: "nothing done to a request before an outcome")
    return list.problems
  }
}
