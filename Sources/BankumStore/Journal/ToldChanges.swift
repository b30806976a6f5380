import BankumModel

/// What one write tells others, gathered while the write is under way.
///
/// Use cases do not name their events: whoever puts a request, a session, a rule makes its event, so that no write can
/// forget it.
struct ToldChanges {
  /// Above this count, records of one kind, partner and state are not listed one by one.
  static let mostSingle = 20

  private struct RequestNote {
    var request: Request
    let before: Partner.ID?

    var former: Partner.ID? { before == request.offer?.partner ? nil : before }
  }

  private var events: [HouseEvent] = []
  private var requests = FirstOrder<Request.ID, RequestNote>()
  private var sessions = FirstOrder<Session.ID, Session>()
  private var education = FirstOrder<EducationEvent.ID, EducationEvent>()
  private var reviews = FirstOrder<ReviewEntry.ID, ReviewEntry>()
  private var notices = FirstOrder<Partner.ID, Set<Notice.ID>>()
  private var rules: [Rule] = []
  private var callLists: Set<CivilDate> = []

  /// Tells something that no record says.
  mutating func tell(_ event: HouseEvent) {
    // A record that is put twice in one write is one event.
    if !events.contains(event) { events.append(event) }
  }

  /// - Parameter before: The partner that held it before this write.
  mutating func note(_ request: Request, before: Partner.ID?) {
    if requests[request.id] == nil {
      requests[request.id] = RequestNote(request: request, before: before)
    } else {
      requests[request.id]?.request = request
    }
  }

  mutating func note(_ session: Session) { sessions[session.id] = session }

  mutating func note(_ event: EducationEvent) { education[event.id] = event }

  mutating func note(_ review: ReviewEntry) { reviews[review.id] = review }

  mutating func note(_ notice: Notice) { notices[notice.partner, default: []].insert(notice.id) }

  mutating func note(_ rule: Rule) { rules.append(rule) }

  mutating func noteCallList(_ day: CivilDate) { callLists.insert(day) }

  /// The events, those about the whole house first.
  /// - Parameter tables: The names of the tables that were written to.
  func all(tables: Set<String>) -> [HouseEvent] {
    var all = events
    var others = tables.subtracting(Self.toldTables)
    if rules.count <= Self.mostSingle {
      all += rules.map { .rule($0.key, from: $0.validFrom) }
    } else {
      others.insert(Rule.table.name)
    }
    all += requestEvents + sessionEvents
    all += education.values.map { .education($0) }
    all += notices.pairs.map { .notices($1.count, partner: $0) }
    if reviews.values.count <= Self.mostSingle {
      all += reviews.values.map { .review($0.id.text, $0.kind, decision: $0.resolution) }
    } else {
      all.append(.reviews(reviews.values.count))
    }
    all += callLists.sorted().map { .callList($0) }
    // Drafts tell nothing of themselves; a write of drafts alone is told by its tables.
    if all.isEmpty { others = tables }
    if !others.isEmpty { all.append(.changed(others.map(StoredKinds.kind(ofTable:)).sorted())) }
    return all
  }

  private var requestEvents: [HouseEvent] {
    struct Group: Hashable {
      let state: RequestState
      let partner: Partner.ID?
      let former: Partner.ID?
    }
    var groups = FirstOrder<Group, [Request.ID]>()
    for note in requests.values {
      let group = Group(state: note.request.state, partner: note.request.offer?.partner, former: note.former)
      groups[group, default: []].append(note.request.id)
    }
    return groups.pairs.flatMap { group, ids -> [HouseEvent] in
      guard ids.count <= Self.mostSingle else {
        return [.requests(ids.count, group.state, partner: group.partner, former: group.former)]
      }
      return ids.map { .request($0, group.state, partner: group.partner, former: group.former) }
    }
  }

  private var sessionEvents: [HouseEvent] {
    struct Group: Hashable {
      let state: SessionState
      let partner: Partner.ID
    }
    var groups = FirstOrder<Group, [Session]>()
    for session in sessions.values {
      groups[Group(state: session.state, partner: session.partner), default: []].append(session)
    }
    return groups.pairs.flatMap { group, sessions -> [HouseEvent] in
      guard sessions.count <= Self.mostSingle else {
        return [.sessions(sessions.count, group.state, partner: group.partner)]
      }
      return sessions.map { .session($0) }
    }
  }

  /// The tables whose records are told by events of their own, and those that only keep the books.
  private static let toldTables: Set<String> = [
    Request.table.name, Session.table.name, EducationEvent.table.name, ReviewEntry.table.name, Notice.table.name,
    RoleGrant.table.name, Rule.table.name, Run.table.name, Plan.table.name, ImportBatch.table.name,
    ImportChange.table.name,
  ]
}

/// A dictionary that keeps the order in which its keys came.
private struct FirstOrder<Key: Hashable, Value> {
  private var order: [Key] = []
  private var known: [Key: Value] = [:]

  /// The values, in the order of their keys.
  var values: [Value] { order.compactMap { known[$0] } }

  /// The keys with their values.
  var pairs: [(Key, Value)] { order.compactMap { key in known[key].map { (key, $0) } } }

  subscript(key: Key) -> Value? {
    get { known[key] }
    set {
      if known[key] == nil { order.append(key) }
      known[key] = newValue
    }
  }

  subscript(key: Key, default value: Value) -> Value {
    get { known[key] ?? value }
    set { self[key] = newValue }
  }
}
