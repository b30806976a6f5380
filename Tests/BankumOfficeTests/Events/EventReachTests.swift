import BankumModel
import BankumOffice
import Testing

@Suite("Who is told of what")
struct EventReachTests {
  private static let own = Partner.ID(bits: 1)
  private static let other = Partner.ID(bits: 2)
  private static let today = CivilDate(year: 2026, month: 11, day: 23) ?? .earliest

  /// One event of each kind with every value that it can have.
  private static let events: [EventKind: HouseEvent] = {
    var events: [EventKind: HouseEvent] = [:]
    for kind in EventKind.allCases {
      var values = Dictionary(uniqueKeysWithValues: kind.fields.map { ($0, "x") })
      if kind.isCommitted { values[.writer] = "7" }
      if kind.fields.contains(.date) { values[.date] = today.text }
      if kind.fields.contains(.partner) { values[.partner] = own.text }
      if kind.fields.contains(.former) { values[.former] = other.text }
      events[kind] = HouseEvent(kind: kind, values: values)
    }
    return events
  }()

  private static let everything: Set<EventField> = Set(EventField.allCases)
  private static let none: Set<EventField> = []

  /// The table, written down a second time, by hand: a role that is not named here is told nothing of the kind.
  private static let table: [EventKind: [Role: Set<EventField>]] = {
    let all = everything
    let ids: [EventKind: EventField] = [
      .request: .request, .session: .session, .education: .education, .review: .review,
    ]
    var table: [EventKind: [Role: Set<EventField>]] = [:]
    for kind in [EventKind.state, .lost] {
      table[kind] = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, all) })
    }
    for kind in [EventKind.reloaded, .reloadFailed] { table[kind] = [.ops: all] }
    let overseen: [Role: Set<EventField>] = [
      .registrar: all, .ops: all, .officer: all, .auditor: all, .runner: all.subtracting([.writer]),
    ]
    for kind in [EventKind.run, .discarded, .imported, .importUndone] { table[kind] = overseen }
    table[.published] = overseen.merging([.advocate: [.version], .coordinator: [.version]]) { $1 }
    for kind in [EventKind.granted, .revoked] { table[kind] = [.ops: all, .auditor: all] }
    let rule: Set<EventField> = [.rule, .date]
    table[.rule] = [
      .registrar: all, .ops: all, .officer: all, .auditor: all, .runner: rule, .advocate: rule, .coordinator: rule,
      .guardian: rule,
    ]
    for kind in [EventKind.round, .changed, .reviews] { table[kind] = [.registrar: all, .ops: all] }
    for kind in [EventKind.request, .session, .education] {
      let matter = all.subtracting([.partner, .former, .writer])
      table[kind] = [
        .registrar: all, .ops: Set([ids[kind] ?? .request, .writer]), .advocate: matter, .coordinator: matter,
      ]
    }
    table[.review] = [.registrar: all, .ops: [.review, .writer]]
    for kind in [EventKind.requests, .sessions, .notices] {
      let matter = all.subtracting([.partner, .former, .writer])
      table[kind] = [.registrar: all, .ops: [.count, .writer], .advocate: matter, .coordinator: matter]
    }
    table[.callList] = [.registrar: all, .guardian: [.date]]
    return table
  }()

  private static func holder(_ role: Role) -> RoleHolder {
    RoleHolder(roles: [role], partner: role == .advocate || role == .coordinator ? own : nil)
  }

  @Test("each kind tells each role what the table says, and no value more", arguments: EventKind.allCases)
  func table(kind: EventKind) throws {
    let event = try #require(Self.events[kind])
    for role in Role.allCases {
      let seen = EventReach.event(event, for: Self.holder(role), on: Self.today)
      let expected = Self.table[kind]?[role].map { event.only($0) }
      #expect(seen == expected, "\(kind) \(role)")
    }
  }

  @Test("a stranger is told of the daemon's state and of nothing else", arguments: EventKind.allCases)
  func stranger(kind: EventKind) throws {
    let event = try #require(Self.events[kind])
    let seen = EventReach.event(event, for: .stranger, on: Self.today)
    #expect((seen != nil) == (kind == .state || kind == .lost))
  }

  @Test("an organisation is told nothing of another's", arguments: EventKind.allCases)
  func otherPartner(kind: EventKind) throws {
    let event = try #require(Self.events[kind])
    guard kind.fields.contains(.partner) else { return }
    let stranger = RoleHolder(roles: [.advocate, .coordinator], partner: Partner.ID(bits: 3))
    #expect(EventReach.event(event, for: stranger, on: Self.today) == nil)
    // Somebody in a lawyer's role without an organisation, as in a private daemon.
    #expect(EventReach.event(event, for: RoleHolder(roles: [.advocate]), on: Self.today) == nil)
  }

  @Test("the organisation that has lost a request learns that, and not to whom nor what became of it")
  func former() throws {
    let event = HouseEvent.request(Request.ID(bits: 9), .offered, partner: Self.other, former: Self.own).written(by: 7)
    let seen = try #require(EventReach.event(event, for: Self.holder(.coordinator), on: Self.today))
    #expect(seen.detail == ["request": Request.ID(bits: 9).text, "former": Self.own.text])
    let new = try #require(
      EventReach.event(event, for: RoleHolder(roles: [.coordinator], partner: Self.other), on: Self.today))
    #expect(new.detail == ["request": Request.ID(bits: 9).text, "state": "offered"])
  }

  @Test("a guard is told of the call list of this day alone")
  func callList() {
    let guardian = Self.holder(.guardian)
    #expect(EventReach.event(.callList(Self.today), for: guardian, on: Self.today) != nil)
    #expect(EventReach.event(.callList(Self.today.adding(days: 1)), for: guardian, on: Self.today) == nil)
  }

  @Test("the journal is told what an operator is told", arguments: EventKind.allCases)
  func journal(kind: EventKind) throws {
    let event = try #require(Self.events[kind])
    let operatorView = EventReach.event(event, for: Self.holder(.ops), on: Self.today)
    #expect(EventReach.operatorView(of: event) == operatorView)
  }

  @Test("no field of any kind can hold an inmate")
  func noInmates() {
    for kind in EventKind.allCases {
      for field in kind.fields { #expect(!field.code.lowercased().contains("inmate")) }
    }
    #expect(HouseEvent(kind: .state, values: [.request: "rq-00000001"]) == nil)
  }
}
