/// Something that has happened: its kind, and its values as text.
package struct HouseEvent: Hashable, Sendable {
  /// What happened.
  package let kind: EventKind
  /// What there is to say about it: only fields of the kind, and of a committed event the user who wrote.
  package private(set) var values: [EventField: String]

  /// An event with these values; those that are nil are left out.
  private init(_ kind: EventKind, _ values: [EventField: String?] = [:]) {
    self.kind = kind
    self.values = values.compactMapValues { $0 }
  }

  /// An event that was kept; nil if a value is not of its kind.
  package init?(kind: EventKind, values: [EventField: String]) {
    guard values.keys.allSatisfy({ kind.fields.contains($0) || $0 == .writer && kind.isCommitted }) else { return nil }
    self.kind = kind
    self.values = values
  }

  /// A value.
  package subscript(field: EventField) -> String? { values[field] }

  /// The values by the names on the wire.
  package var detail: [String: String] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key.code, $0.value) })
  }

  /// The same with the user who wrote.
  package func written(by user: UInt32) -> HouseEvent {
    var event = self
    event.values[.writer] = String(user)
    return event
  }

  /// The same with these fields alone.
  package func only(_ fields: Set<EventField>) -> HouseEvent {
    var event = self
    event.values = values.filter { fields.contains($0.key) }
    return event
  }

  /// The daemon's state, by its code.
  package static func state(_ code: String) -> HouseEvent { HouseEvent(.state, [.state: code]) }

  /// The configuration was read again.
  package static let reloaded = HouseEvent(.reloaded)

  /// The configuration was refused.
  package static func reloadFailed(problems: Int) -> HouseEvent {
    HouseEvent(.reloadFailed, [.problems: String(problems)])
  }

  /// Events after a number are not kept any more; those from another one on are.
  package static func lost(since: EventNumber, next: EventNumber) -> HouseEvent {
    HouseEvent(.lost, [.since: String(since.value), .next: String(next.value)])
  }

  /// A run, by its id and status.
  package static func run(_ id: String, _ status: String, placed: Int, waiting: Int) -> HouseEvent {
    HouseEvent(.run, [.run: id, .state: status, .placed: String(placed), .waiting: String(waiting)])
  }

  /// A version of the schedule, and the run that made it.
  package static func published(version: Int, run: String?) -> HouseEvent {
    HouseEvent(.published, [.version: String(version), .run: run])
  }

  /// The draft was thrown away.
  package static let discarded = HouseEvent(.discarded)

  /// An import of a kind of file.
  package static func imported(_ number: Int64, _ kind: String) -> HouseEvent {
    HouseEvent(.imported, [.batch: String(number), .content: kind])
  }

  /// An import that was taken back.
  package static func importUndone(_ number: Int64, _ kind: String) -> HouseEvent {
    HouseEvent(.importUndone, [.batch: String(number), .content: kind])
  }

  /// A role of a user.
  package static func granted(_ role: String, to user: UInt32) -> HouseEvent {
    HouseEvent(.granted, [.role: role, .user: String(user)])
  }

  /// A role that a user has no more.
  package static func revoked(_ role: String, from user: UInt32) -> HouseEvent {
    HouseEvent(.revoked, [.role: role, .user: String(user)])
  }

  /// A rule, and the first day on which it holds.
  package static func rule(_ key: RuleKey, from day: CivilDate) -> HouseEvent {
    HouseEvent(.rule, [.rule: key.code, .date: day.text])
  }

  /// A request as it is now, and the partner that has lost it.
  package static func request(_ id: Request.ID, _ state: RequestState, partner: Partner.ID?, former: Partner.ID?)
    -> HouseEvent
  {
    HouseEvent(.request, [.request: id.text, .state: state.code, .partner: partner?.text, .former: former?.text])
  }

  /// So many requests in one state.
  package static func requests(_ count: Int, _ state: RequestState, partner: Partner.ID?, former: Partner.ID?)
    -> HouseEvent
  {
    HouseEvent(
      .requests, [.count: String(count), .state: state.code, .partner: partner?.text, .former: former?.text])
  }

  /// A session as it is now.
  package static func session(_ session: Session) -> HouseEvent {
    HouseEvent(
      .session,
      [
        .session: session.id.text, .state: session.state.code, .partner: session.partner.text,
        .date: session.date.text,
      ])
  }

  /// So many sessions in one state.
  package static func sessions(_ count: Int, _ state: SessionState, partner: Partner.ID) -> HouseEvent {
    HouseEvent(.sessions, [.count: String(count), .state: state.code, .partner: partner.text])
  }

  /// The call list of a day.
  package static func callList(_ day: CivilDate) -> HouseEvent { HouseEvent(.callList, [.date: day.text]) }

  /// An education event as it is now.
  package static func education(_ event: EducationEvent) -> HouseEvent {
    HouseEvent(
      .education,
      [
        .education: event.id.text, .state: event.state.code, .partner: event.partner.text, .date: event.date.text,
      ])
  }

  /// So many notices of a partner.
  package static func notices(_ count: Int, partner: Partner.ID) -> HouseEvent {
    HouseEvent(.notices, [.count: String(count), .partner: partner.text])
  }

  /// A review entry by its id, what it is about, and what was decided.
  package static func review(_ id: String, _ kind: String, decision: String?) -> HouseEvent {
    HouseEvent(.review, [.review: id, .content: kind, .decision: decision])
  }

  /// So many review entries.
  package static func reviews(_ count: Int) -> HouseEvent { HouseEvent(.reviews, [.count: String(count)]) }

  /// What a daily round did.
  package static func round(lapsed: Int, unreported: Int) -> HouseEvent {
    HouseEvent(.round, [.lapsed: String(lapsed), .unreported: String(unreported)])
  }

  /// Records of these kinds were written.
  package static func changed(_ kinds: [String]) -> HouseEvent {
    HouseEvent(.changed, [.content: kinds.joined(separator: " ")])
  }
}
