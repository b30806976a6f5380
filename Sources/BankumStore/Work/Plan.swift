package import BankumModel

/// One version of the schedule as a change of the one before: meetings to add, to move, to call off.
///
/// The added meetings are sessions in the state `draft`; publishing turns all three lists into what is in force, in one
/// transaction, and that is when the database sees every place taken at once.
package struct Plan: Entity, Stored {
  /// Ids are `pl-...`.
  package static let idPrefix = "pl"
  package static let table = Table(
    "plan", ["state", "version", "run", "base_sequence"],
    links: [Table.Link("plan_change", ["session", "kind"])])

  /// The id.
  package let id: Identifier<Plan>
  /// Where it stands.
  package var state: PlanState
  /// Its number, from its publishing on: 1, 2, ...
  package var version: Int?
  /// The run that made it; nil for a change by hand.
  package var run: Run.ID?
  /// The register's sequence number of the facts that it rests on.
  package var baseSequence: Int64
  /// When it was made.
  package var madeAt: Instant
  /// When it was published.
  package var publishedAt: Instant?
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

  package func write(to record: inout RecordWriter) {
    record.columns.add(state)
    record.columns.add(version)
    record.columns.add(run)
    record.columns.add(baseSequence)
    record.body.add(madeAt)
    record.body.add(publishedAt)
    record.body.add(list: added) { $1.add($0) }
    record.body.add(list: moved) { move, body in
      body.add(move.session)
      body.add(move.advocate)
      body.add(move.room)
      body.add(move.date)
      body.add(move.hours)
      body.add(move.callAt)
    }
    record.body.add(list: cancelled) { $1.add($0) }
    func rows(_ ids: [Session.ID], _ kind: String) -> [[Field]] {
      ids.map { [.integer(Int64($0.bits)), .text(kind)] }
    }
    record.link(rows(added, "add") + rows(moved.map(\.session), "move") + rows(cancelled, "cancel"))
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), state: try record.columns.code(), version: try record.columns.optionalInt(),
      run: try record.columns.optionalID(), baseSequence: try record.columns.integer(),
      madeAt: try record.body.instant(), publishedAt: try record.body.optionalInstant(),
      added: try record.body.list { body throws(StoreError) in try body.id() },
      moved: try record.body.list { body throws(StoreError) in
        PlanMove(
          session: try body.id(), advocate: try body.id(), room: try body.id(), date: try body.date(),
          hours: try body.hours(), callAt: try body.minute())
      },
      cancelled: try record.body.list { body throws(StoreError) in try body.id() })
  }
}
