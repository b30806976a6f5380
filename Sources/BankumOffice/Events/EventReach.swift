package import BankumModel

/// Who is told of what, and how much of it: the one place where that is decided.
///
/// | receiver | is told of |
/// |---|---|
/// | everybody with a role | the state of the daemon, gaps, rules that were entered |
/// | registrar | everything but roles and configuration, with all values |
/// | operator, journal, file of events | everything but call lists; of what is about a person's matter the id alone |
/// | officer, auditor, runner | runs, versions, imports; officer and auditor also who wrote; the auditor also roles |
/// | advocate, coordinator | own requests, sessions, education events and notices; a new version of the schedule |
/// | guard | that the call list of the day has changed |
package enum EventReach {
  /// What the user with these roles is told of an event; nil: nothing. Several roles see what each of them sees.
  /// - Parameter today: The day by the clock of the house.
  package static func event(_ event: HouseEvent, for holder: RoleHolder, on today: CivilDate) -> HouseEvent? {
    if event.kind == .state || event.kind == .lost { return event }
    var seen: Set<EventField>?
    for role in holder.roles {
      guard let fields = fields(of: event, role, holder.partner, today) else { continue }
      seen = (seen ?? []).union(fields)
    }
    return seen.map { event.only($0) }
  }

  /// What the journal and the file of events are told; nil: nothing.
  package static func operatorView(of event: HouseEvent) -> HouseEvent? {
    operatorFields(event.kind).map { event.only($0) }
  }

  private static func fields(
    of event: HouseEvent, _ role: Role, _ partner: Partner.ID?, _ today: CivilDate
  ) -> Set<EventField>? {
    if event.kind == .rule, role != .ops, role != .registrar, role != .officer, role != .auditor {
      return [.rule, .date]
    }
    switch role {
    case .registrar: return registrarFields(event.kind)
    case .ops: return operatorFields(event.kind)
    case .officer, .auditor: return overseerFields(event.kind, seesRoles: role == .auditor)
    case .runner: return overseerFields(event.kind, seesRoles: false)?.subtracting([.writer])
    case .advocate, .coordinator: return partner.flatMap { partnerFields(event, $0.text) }
    case .guardian: return event.kind == .callList && event[.date] == today.text ? [.date] : nil
    }
  }

  private static func all(_ kind: EventKind) -> Set<EventField> { Set(kind.fields).union([.writer]) }

  private static func registrarFields(_ kind: EventKind) -> Set<EventField>? {
    switch kind {
    case .reloaded, .reloadFailed, .granted, .revoked: nil
    case .state, .lost, .run, .published, .discarded, .imported, .importUndone, .rule, .request, .requests, .session,
      .sessions, .callList, .education, .notices, .review, .reviews, .round, .changed:
      all(kind)
    }
  }

  /// An operator keeps the machine going: what happened and who wrote, of requests and sessions no more than their ids.
  private static func operatorFields(_ kind: EventKind) -> Set<EventField>? {
    switch kind {
    case .state, .reloaded, .reloadFailed, .lost, .run, .published, .discarded, .imported, .importUndone, .granted,
      .revoked, .rule, .round, .changed, .reviews:
      all(kind)
    case .request: [.request, .writer]
    case .session: [.session, .writer]
    case .education: [.education, .writer]
    case .review: [.review, .writer]
    case .requests, .sessions, .notices: [.count, .writer]
    case .callList: nil
    }
  }

  private static func overseerFields(_ kind: EventKind, seesRoles: Bool) -> Set<EventField>? {
    switch kind {
    case .state, .lost, .run, .published, .discarded, .imported, .importUndone, .rule: all(kind)
    case .granted, .revoked: seesRoles ? all(kind) : nil
    case .reloaded, .reloadFailed, .request, .requests, .session, .sessions, .callList, .education, .notices, .review,
      .reviews, .round, .changed:
      nil
    }
  }

  /// An organisation sees what is its own; of a request that has left it, only that.
  private static func partnerFields(_ event: HouseEvent, _ own: String) -> Set<EventField>? {
    switch event.kind {
    case .state, .lost: return all(event.kind)
    case .published: return [.version]
    case .rule: return [.rule, .date]
    case .request, .requests, .session, .sessions, .education, .notices:
      if event[.partner] == own { return Set(event.kind.fields).subtracting([.partner, .former]) }
      return event[.former] == own ? [.request, .count, .former] : nil
    case .reloaded, .reloadFailed, .run, .discarded, .imported, .importUndone, .granted, .revoked, .callList, .review,
      .reviews, .round, .changed:
      return nil
    }
  }
}
