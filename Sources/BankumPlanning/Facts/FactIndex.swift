import BankumModel

/// The facts by id, with the wall and the rules of the day: made once, read by rule set and builder alike.
///
/// It looks facts up and computes what a request is; it forbids nothing.
package struct FactIndex: Sendable {
  /// The facts themselves.
  package internal(set) var facts: HouseFacts
  /// The days that are planned.
  package let period: PlanningPeriod
  /// The numbers of the day.
  let numbers: PlanningNumbers
  var wall: ConflictWall
  let inmates: [Inmate.ID: Inmate]
  var advocates: [Advocate.ID: Advocate]
  var partners: [Partner.ID: Partner]
  var rooms: [Room.ID: Room]
  var blocks: [Block.ID: Block]
  var requests: [Request.ID: Request]
  let programmes: [TrainingProgramme.ID: TrainingProgramme]
  let absences: [Inmate.ID: [Absence]]
  let terms: [Inmate.ID: [DetentionTerm]]
  let hearings: [Inmate.ID: [Hearing]]
  let hearingsOfAdvocate: [Advocate.ID: [Hearing]]
  let cases: [Inmate.ID: [CaseFile]]
  var mandates: [Inmate.ID: [Mandate]]
  var availability: [Advocate.ID: [Availability]]
  let encounters: [Inmate.ID: [Encounter]]
  let keptApart: [Inmate.ID: [KeepApart]]
  /// What is open on each day from Monday of the first week on.
  var openingHours: [CivilDate: OpeningHours]
  /// From when on a meeting may begin, by what brings it about.
  let noticeEnds: [LeastNotice: CivilTime]
  /// Every open request for a meeting of one inmate, in the order of the facts.
  package internal(set) var profiles: [RequestProfile] = []
  var profileOf: [Request.ID: RequestProfile] = [:]

  /// Indexes the facts. Throws `facts` for a missing rule or a year without a calendar.
  package init(_ facts: HouseFacts, period: PlanningPeriod) throws(PlanningError) {
    func byID<Value: Entity>(_ values: [Value]) -> [Value.ID: Value] {
      Dictionary(values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.facts = facts
    self.period = period
    numbers = try PlanningError.facts { () throws(ModelError) in
      try PlanningNumbers(rules: facts.rules, on: facts.today)
    }
    inmates = byID(facts.inmates)
    advocates = byID(facts.advocates)
    partners = byID(facts.partners)
    rooms = byID(facts.rooms)
    blocks = byID(facts.blocks)
    requests = byID(facts.requests)
    programmes = byID(facts.training)
    absences = Dictionary(grouping: facts.absences, by: \.inmate)
    terms = Dictionary(grouping: facts.terms, by: \.inmate)
    let held = facts.hearings.filter { $0.status != .cancelled }
    hearings = Dictionary(grouping: held, by: \.inmate)
    hearingsOfAdvocate = Dictionary(
      grouping: held.filter { $0.advocate != nil }, by: { $0.advocate ?? Advocate.ID(bits: 0) })
    var cases: [Inmate.ID: [CaseFile]] = [:]
    for file in facts.cases { for party in file.parties { cases[party.inmate, default: []].append(file) } }
    self.cases = cases
    mandates = Dictionary(grouping: facts.mandates, by: \.inmate)
    availability = Dictionary(grouping: facts.availability, by: \.advocate)
    encounters = Dictionary(grouping: facts.encounters, by: \.inmate)
    var apart: [Inmate.ID: [KeepApart]] = [:]
    for order in facts.keepApart {
      apart[order.pair.one, default: []].append(order)
      apart[order.pair.other, default: []].append(order)
    }
    keptApart = apart
    wall = ConflictWall(
      cases: facts.cases, representations: Self.representations(facts), reported: facts.reportedConflicts,
      overrides: facts.conflictOverrides)
    openingHours = try PlanningError.facts { () throws(ModelError) in
      var hours: [CivilDate: OpeningHours] = [:]
      for date in period.monday...period.days.last { hours[date] = try facts.calendar.openingHours(on: date) }
      return hours
    }
    noticeEnds = try LeastNotice.ends(facts, numbers)
    try fillProfiles()
  }

  private mutating func fillProfiles() throws(PlanningError) {
    let maker = try ProfileMaker(facts)
    for request in facts.requests where request.state.isOpen && request.service != .education {
      guard let inmate = inmates[request.inmate] else {
        // To leave the request out would be to forget it.
        throw PlanningError(
          .facts, place: "requests", value: request.id.text, expected: "a request of somebody in the facts")
      }
      profiles.append(try maker.profile(request, inmate, self))
    }
    let alarms = OverstayAlarms(profiles, facts)
    let longest = LongestWaiting(profiles, self)
    for position in profiles.indices {
      profiles[position] = try maker.profile(profiles[position], alarms, longest, self)
      profileOf[profiles[position].request.id] = profiles[position]
    }
  }

  /// What binds partners to people, from mandates, offers and meetings.
  private static func representations(_ facts: HouseFacts) -> [Representation] {
    var list: [Representation] = []
    for mandate in facts.mandates {
      let tie: Tie = mandate.isInForce(on: facts.today) ? .mandate : .past
      list.append(Representation(inmate: mandate.inmate, partner: mandate.partner, tie: tie))
    }
    for request in facts.requests {
      guard let offer = request.offer, request.state.hasPartner else { continue }
      let isAccepted = request.state == .accepted || request.state == .scheduled
      list.append(
        Representation(inmate: request.inmate, partner: offer.partner, tie: isAccepted ? .accepted : .offered))
    }
    for met in facts.encounters {
      list.append(Representation(inmate: met.inmate, partner: met.partner, tie: .past))
    }
    return list
  }

  /// The place of a rank in the queue of all open requests, 1 for the first; equal ranks share one.
  func place(of rank: Rank) -> Int {
    var before = 0
    // By index: a profile is large, and nothing but its rank is wanted.
    for position in profiles.indices where profiles[position].priority.rank < rank { before += 1 }
    return before + 1
  }

  /// The hours in which an advocate comes on a day, confirmed ones and those that nobody has confirmed for too long.
  func hours(of advocate: Advocate.ID, on date: CivilDate) -> (fresh: OpeningHours, stale: OpeningHours) {
    var fresh: [MinuteRange] = []
    var stale: [MinuteRange] = []
    for entry in availability[advocate] ?? [] where entry.covers(date) {
      if entry.isStale(on: facts.today, freshDays: numbers.freshDays) {
        stale.append(entry.hours)
      } else {
        fresh.append(entry.hours)
      }
    }
    return (OpeningHours(fresh), OpeningHours(stale))
  }

  /// How many escorts lead so many people of one block to an event.
  func escorts(leading count: Int) -> Int {
    (count + numbers.educationPeoplePerEscort - 1) / numbers.educationPeoplePerEscort
  }

  /// Minutes of class, certified or softer, that somebody loses between two minutes of a day.
  func classMinutes(_ inmate: Inmate, _ kind: TrainingKind, on date: CivilDate, during hours: MinuteRange) -> Int {
    let programmes = inmate.training.compactMap { self.programmes[$0] }.filter { $0.kind == kind }
    let classes = OpeningHours(programmes.flatMap { $0.classHours(on: date) })
    return classes.intersection(OpeningHours([hours])).minutes
  }
}
