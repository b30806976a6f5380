import BankumModel
import GRDB
import Testing

@testable import BankumStore

/// Each rule of the tables is broken once, by statements that go around the repositories.
@Suite struct ConstraintTests {
  /// A table, and a column that is set to a value that it must not take.
  struct Breach: Sendable, CustomTestStringConvertible {
    let table: String
    let change: String
    var testDescription: String { "\(table): \(change)" }
  }

  static let breaches: [Breach] = [
    ("block", "escort_capacity = -1"), ("block", "fetch_minutes = 241"), ("block", "kind = 'cellar'"),
    ("block", "name = (SELECT name FROM block AS o WHERE o.id <> block.id)"), ("block", "id = 1099511627776"),
    ("block", "body = x'00'"),
    ("block", "name = NULL"),
    ("partner", "capacity = -1"), ("partner", "share_per_mille = 1001"), ("partner", "quota = -1"),
    ("partner", "accreditation_class = 'd'"), ("partner", "agreement_last = agreement_first - 1"),
    ("partner", "accreditation_last = accreditation_first - 1"), ("partner", "agreement_first = 3000000"),
    ("partner", "short_name = (SELECT upper(short_name) FROM partner AS o WHERE o.id <> partner.id)"),
    ("advocate", "partner = 1"), ("advocate", "kind = 'judge'"), ("advocate", "sex = 'x'"),
    ("advocate", "daily_cap = 0"), ("advocate", "weekly_cap = 201"), ("advocate", "licence_last = licence_first - 1"),
    ("advocate", "employment_last = employment_first - 1"),
    ("availability", "advocate = 1"), ("availability", "weekday = 'someday'"),
    ("availability", "weekday = NULL, last_day = NULL"), ("availability", "last_day = first_day - 1"),
    ("availability", "end_minute = start_minute"), ("availability", "start_minute = -1"),
    ("room", "name = (SELECT name FROM room AS o WHERE o.id <> room.id)"), ("room", "kind = 'attic'"),
    ("room", "places = 0"),
    ("room", "is_confidential = 2"), ("room", "is_accessible = -1"), ("room_reservation", "partner = 1"),
    ("training_programme", "kind = 'x'"),
    ("training_programme", "name = (SELECT name FROM training_programme AS o WHERE o.id <> training_programme.id)"),
    ("holiday_year", "id = 0"), ("holiday", "kind = 'x'"), ("holiday", "may_move = 2"), ("weekday_hours", "id = 8"),
    ("calendar_decision", "scope = 'x'"), ("calendar_decision", "last_day = first_day - 1"),
    ("rule", "is_confirmed = 2"), ("rule", "valid_from = -800000"),
    ("role_grant", "role = 'king'"), ("role_grant", "uid = 4294967294"),
    ("role_grant", "uid = 1000, role = 'coordinator', partner = (SELECT id FROM partner)"),
    ("role_grant", "role = 'advocate', advocate = NULL"), ("role_grant", "role = 'ops', partner = 1"),
    ("inmate", "block = 1"), ("inmate", "presence = 'gone'"), ("inmate_training", "programme = 1"),
    ("inmate_key", "blind = x'00'"), ("case_party", "inmate = 1"), ("case_link", "other = owner"),
    ("keep_apart", "one = other"), ("keep_apart", "one = other, other = one"), ("keep_apart", "other = 1099511627775"),
    ("keep_apart", "last_day = first_day - 1"),
    ("mandate", "inmate = 1"), ("mandate", "partner = 1"), ("mandate", "advocate = 1"), ("mandate", "case_file = 1"),
    ("mandate", "last_day = first_day - 1"),
    ("hearing", "inmate = 1"), ("hearing", "case_file = 1"), ("hearing", "advocate = 1"), ("hearing", "status = 'x'"),
    ("hearing", "day = 3000000"),
    ("detention_term", "inmate = 1"), ("detention_term", "case_file = 1"),
    ("detention_term", "last_day = first_day - 1"),
    ("absence", "inmate = 1"), ("absence", "last_day = first_day - 1"),
    ("reported_conflict", "inmate = 1"), ("reported_conflict", "partner = 1"),
    ("conflict_override", "inmate = 1"), ("conflict_override", "partner = 1"),
    ("request", "inmate = 1"), ("request", "service = 'x'"), ("request", "state = 'x'"), ("request", "case_file = 1"),
    ("request", "wish_partner = 1"), ("request", "state = 'offered', offer_partner = NULL"),
    ("request", "state = 'submitted', offer_partner = (SELECT id FROM partner)"), ("request", "submitted_on = NULL"),
    ("request_exclusion", "partner = 1"),
    ("session", "request = 1"), ("session", "inmate = 1"), ("session", "partner = 1"), ("session", "advocate = 1"),
    ("session", "room = 1"), ("session", "mandate = 1"), ("session", "service = 'education'"),
    ("session", "state = 'x'"),
    ("session", "call_minute = start_minute + 1"), ("session", "end_minute = start_minute"),
    ("session", "end_minute = 1441"), ("session", "is_first_meeting = 2"), ("session", "is_pinned = 2"),
    ("session", "origin = 'planned', room = NULL"), ("session", "origin = 'walkIn', state = 'confirmed'"),
    ("education_event", "partner = 1"), ("education_event", "room = 1"), ("education_event", "state = 'x'"),
    ("education_advocate", "advocate = 1"), ("education_participant", "inmate = 1"),
    ("run", "status = 'x'"), ("plan", "run = 1"), ("plan", "state = 'x'"), ("plan", "version = 0"),
    ("plan", "state = 'published', version = NULL"), ("plan", "state = 'draft', version = 9"),
    ("plan_change", "kind = 'x'"),
    ("import_change", "batch = 99"), ("review_entry", "inmate = 1"), ("review_entry", "batch = 99"),
    ("review_entry", "is_open = 2"),
    ("notice", "partner = 1"), ("notice", "advocate = 1"), ("notice", "session = 1"), ("notice", "kind = 'x'"),
    ("answered_call", "key = ''"), ("answered_call", "reply = NULL"),
    ("audit", "role = 'somebody'"), ("audit_target", "target = 'x'"), ("register_state", "id = 2"),
    ("inmate_time", "layer = 2"), ("step", "number = 288"),
  ].map { Breach(table: $0.0, change: $0.1) }

  @Test("Every CHECK, reference and unique index refuses what it is there for")
  func everyRuleRefuses() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 21)
    let register = try house.open()
    _ = try await register.write(as: .test(key: "k")) { transaction in
      try everything.put(into: transaction)
      try transaction.put(
        Session(
          id: Session.ID(bits: 77), service: .consultation, inmate: everything.inmates[0].id,
          partner: everything.partners[0].id, advocate: everything.advocates[0].id, room: everything.rooms[0].id,
          date: day("2026-11-30"), hours: hours("08:00-09:00"), callAt: .startOfDay, state: .confirmed))
      transaction.audit(targets: ["in-00000000"])
      return Done()
    }
    try await register.close()

    try house.file { database in
      try database.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
      for breach in Self.breaches {
        let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(breach.table)") ?? 0
        #expect(rows > 0, "\(breach.table) is empty: the breach proves nothing")
        #expect(throws: DatabaseError.self, "\(breach)") {
          try database.inTransaction {
            // One row: for tables with one, the unique ones are broken against another.
            let sql =
              "UPDATE \(breach.table) SET \(breach.change) WHERE (\(Self.key(of: breach.table))) = "
              + "(SELECT min(\(Self.key(of: breach.table))) FROM \(breach.table))"
            try database.execute(sql: sql)
            return .commit
          }
        }
        if database.isInsideTransaction { try database.rollback() }
      }
    }
  }

  private static func key(of table: String) -> String {
    switch table {
    case "room_reservation", "inmate_training", "inmate_key", "case_party", "case_link", "request_exclusion",
      "education_advocate", "education_participant", "plan_change":
      "owner"
    case "answered_call": "uid"
    case "audit", "audit_target", "step": "number"
    case "inmate_time": "subject"
    default: "id"
    }
  }

  @Test("Two drafts, or two plans in force, cannot be")
  func onePlanOfAKind() async throws {
    let house = try TestHouse()
    let register = try house.open()
    for state in [PlanState.draft, .published] {
      let error = await failure {
        _ = try await register.write(as: .test()) { transaction in
          for number in 1...2 {
            try transaction.put(
              Plan(
                id: Plan.ID(bits: UInt64(number)), state: state, version: state == .published ? number : nil,
                baseSequence: 0, madeAt: transaction.now))
          }
          return Done()
        }
      }
      #expect(error?.code == .constraint)
    }
    try await register.close()
  }

  @Test("The codes of the tables are those of the model")
  func codesAreTheModels() throws {
    let sql = Schema.versions.flatMap(\.steps).map { step in
      if case .sql(let text) = step { text } else { "" }
    }.joined()
    func expect<Value: Coded>(_ type: Value.Type, _ column: String) {
      let list = Value.allCases.map { "'\($0.code)'" }.joined(separator: ", ")
      #expect(sql.contains("\(column) IN (\(list))"), "\(type)")
    }
    expect(BlockKind.self, "kind")
    expect(AccreditationClass.self, "accreditation_class")
    expect(AdvocateKind.self, "kind")
    expect(Sex.self, "sex")
    expect(RoomKind.self, "kind")
    expect(TrainingKind.self, "kind")
    expect(Holiday.Kind.self, "kind")
    expect(CalendarDecision.Scope.self, "scope")
    expect(Presence.self, "presence")
    expect(HearingStatus.self, "status")
    expect(Service.self, "service")
    expect(RequestState.self, "state")
    expect(SessionState.self, "state")
    expect(SessionOrigin.self, "origin")
    expect(EducationState.self, "state")
    expect(RunStatus.self, "status")
    expect(PlanState.self, "state")
    expect(NoticeKind.self, "kind")
    expect(Weekday.self, "weekday")
    let holding = RequestState.allCases.filter(\.hasPartner).map(\.code)
    #expect(Set(holding) == ["offered", "incomplete", "accepted", "scheduled"])
    #expect(SessionState.allCases.filter(\.isPlanned).map(\.code) == ["draft", "offered", "confirmed"])
    #expect(SessionState.allCases.filter(\.isMeeting).map(\.code) == ["held", "cutShort"])
    #expect(Presence.allCases.filter(\.isPlannable).map(\.code) == ["present", "missing"])
  }
}
