/// Legal education (*penyuluhan*): one topic for 15 to 30 inmates, two hours at least, in the hall. It takes
/// advocate, hall and escorts.
package struct EducationEvent: Entity {
  /// Ids are `ed-...`.
  package static let idPrefix = "ed"

  /// The id.
  package let id: Identifier<EducationEvent>
  /// The topic.
  package var topic: String
  /// Who gives it.
  package var partner: Partner.ID
  /// Who speaks, one at least.
  package var advocates: [Advocate.ID]
  /// The hall.
  package var room: Room.ID
  /// The day.
  package var date: CivilDate
  /// From when until when.
  package var hours: MinuteRange
  /// Where it stands; changed by `apply` only, see the table of transitions.
  package internal(set) var state: EducationState
  /// Who is invited.
  package var participants: Set<Inmate.ID>
  /// Who came; known once it was held.
  package var attended: Set<Inmate.ID>

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, topic: String, partner: Partner.ID, advocates: [Advocate.ID], room: Room.ID, date: CivilDate,
    hours: MinuteRange, state: EducationState = .proposed, participants: Set<Inmate.ID> = [],
    attended: Set<Inmate.ID> = []
  ) {
    self.id = id
    self.topic = topic
    self.partner = partner
    self.advocates = advocates
    self.room = room
    self.date = date
    self.hours = hours
    self.state = state
    self.participants = participants
    self.attended = attended
  }

  /// What the law and the agreement ask of the event beyond its own invariants, by the rules of its day. Throws
  /// `ruleMissing`.
  package func problems(rules: RuleTable) throws(ModelError) -> [Problem] {
    var list = ProblemList()
    let fewest = try rules.integer(.educationMinimum, on: date)
    let most = try rules.integer(.educationMaximum, on: date)
    let minutes = try rules.integer(.educationMinutes, on: date)
    list.require(
      fewest <= participants.count && participants.count <= most, "participants", "\(participants.count)",
      expected: "\(fewest) to \(most)")
    list.require(minutes <= hours.minutes, "hours", hours.text, expected: "at least \(minutes) minutes")
    return list.problems
  }

  /// No topic, nobody who speaks, attendance before it was held or of people who were not invited.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(topic, "topic", .topic)
    list.require(!advocates.isEmpty, "advocates", "", expected: "at least one")
    list.require(Set(advocates).count == advocates.count, "advocates", "\(advocates.count)", expected: "each once")
    list.require(
      state == .held || attended.isEmpty, "attended", "\(attended.count)", expected: "nobody before it was held")
    list.require(
      attended.isSubset(of: participants), "attended", "\(attended.subtracting(participants).count) not invited",
      expected: "participants only")
    return list.problems
  }
}
