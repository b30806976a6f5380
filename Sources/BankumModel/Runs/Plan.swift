/// One version of the schedule as a change of the one before: meetings to add, to move, to call off.
///
/// The added meetings are sessions in the state `draft`; publishing turns all three lists into what is in force, in one
/// transaction, and that is when the database sees every place taken at once.
package struct Plan: Entity {
  /// Ids are `pl-...`.
  package static let idPrefix = "pl"

  /// The id.
  package let id: Identifier<Plan>
  /// Where it stands; changed by its events only, see the table of transitions.
  package internal(set) var state: PlanState
  /// Its number, from its publishing on: 1, 2, ...
  package internal(set) var version: Int?
  /// The run that made it; nil for a change by hand.
  package var run: Run.ID?
  /// The register's sequence number of the facts that it rests on.
  package var baseSequence: Int64
  /// When it was made.
  package var madeAt: Instant
  /// When it was published.
  package internal(set) var publishedAt: Instant?
  /// Draft meetings, in the order of the plan.
  package var added: [Session.ID]
  /// Published meetings that go elsewhere.
  package var moved: [PlanMove]
  /// Published meetings that are called off.
  package var cancelled: [Session.ID]

  /// Makes one from its fields.
  package init(
    id: ID, state: PlanState = .draft, version: Int? = nil, run: Run.ID? = nil, baseSequence: Int64,
    madeAt: Instant, publishedAt: Instant? = nil, added: [Session.ID] = [], moved: [PlanMove] = [],
    cancelled: [Session.ID] = []
  ) {
    self.id = id
    self.state = state
    self.version = version
    self.run = run
    self.baseSequence = baseSequence
    self.madeAt = madeAt
    self.publishedAt = publishedAt
    self.added = added
    self.moved = moved
    self.cancelled = cancelled
  }

  /// A meeting that stands in two lists or twice in one.
  package var problems: [Problem] {
    let all = added + moved.map(\.session) + cancelled
    guard Set(all).count != all.count else { return [] }
    return [Problem(place: "sessions", value: "\(all.count)", expected: "each meeting once")]
  }
}
