package import BankumModel

extension Filter where Value == Request {
  /// Those that somebody still has to do something about.
  package static var open: Filter {
    Filter(
      "state IN ('submitted', 'incomplete', 'offered', 'accepted', 'scheduled', 'noEligiblePartner')",
      order: "submitted_on, id")
  }

  /// Those in one of these states.
  package static func states(_ states: Set<RequestState>) -> Filter {
    let marks = repeatElement("?", count: states.count).joined(separator: ", ")
    return Filter(
      "state IN (\(marks))", states.map(\.code).sorted().map { .text($0) }, order: "submitted_on, id")
  }

  /// Somebody's, ended ones too.
  package static func of(_ inmate: Inmate.ID) -> Filter {
    Filter("inmate = ?", [.id(inmate)], order: "submitted_on, id")
  }

  /// Those that a partner holds and that somebody still has to do something about.
  package static func openHeld(by partner: Partner.ID) -> Filter {
    Filter("offer_partner = ? AND \(open.clause)", [.id(partner)], order: "submitted_on, id")
  }
}

extension Filter where Value == Session {
  private static var byTime: String { "day, start_minute, id" }

  private static func between(_ column: String, _ id: Field, _ days: DateRange) -> Filter {
    Filter("\(column) = ? AND day BETWEEN ? AND ?", [id, .day(days.first), .day(days.last)], order: byTime)
  }

  /// An advocate's, of every state.
  package static func advocate(_ advocate: Advocate.ID, _ days: DateRange) -> Filter {
    between("advocate", .id(advocate), days)
  }

  /// A partner's, of every state.
  package static func partner(_ partner: Partner.ID, _ days: DateRange) -> Filter {
    between("partner", .id(partner), days)
  }

  /// Somebody's, of every state.
  package static func inmate(_ inmate: Inmate.ID, _ days: DateRange) -> Filter {
    between("inmate", .id(inmate), days)
  }

  /// Those of people who are in a block now, of every state.
  package static func block(_ block: Block.ID, _ days: DateRange) -> Filter {
    Filter(
      "day BETWEEN ? AND ? AND inmate IN (SELECT id FROM inmate WHERE block = ?)",
      [.day(days.first), .day(days.last), .id(block)], order: byTime)
  }

  /// Everybody's, of every state.
  package static func between(_ days: DateRange) -> Filter {
    Filter("day BETWEEN ? AND ?", [.day(days.first), .day(days.last)], order: byTime)
  }

  /// Those of a request, of every state.
  package static func request(_ request: Request.ID) -> Filter {
    Filter("request = ?", [.id(request)], order: byTime)
  }

  /// Published and still without an outcome, whatever their day.
  package static var published: Filter { Filter("state IN ('offered', 'confirmed')", order: byTime) }

  /// Published and still without an outcome, from a day on; of one partner if one is given.
  package static func published(from date: CivilDate, of partner: Partner.ID? = nil) -> Filter {
    Filter(
      "state IN ('offered', 'confirmed') AND day >= ?" + (partner == nil ? "" : " AND partner = ?"),
      [.day(date)] + (partner.map { [.id($0)] } ?? []), order: byTime)
  }

  /// Drafts, and published without an outcome, whatever their day: what takes time and place.
  package static var planned: Filter { Filter("state IN ('draft', 'offered', 'confirmed')", order: byTime) }

  /// What was held or lost since a day; what was called off is left out.
  package static func over(since date: CivilDate) -> Filter {
    let codes = SessionState.allCases.filter { !$0.isPlanned && $0 != .cancelled }.map { "'\($0.code)'" }
    return Filter(
      "state IN (\(codes.joined(separator: ", "))) AND day >= ?", [.day(date)], order: byTime)
  }

  /// The draft's.
  package static var drafts: Filter { Filter("state = 'draft'", order: byTime) }
}

extension Filter where Value == EducationEvent {
  /// From one day to another, of every state.
  package static func between(_ days: DateRange) -> Filter {
    Filter("day BETWEEN ? AND ?", [.day(days.first), .day(days.last)], order: "day, start_minute, id")
  }
}

extension Filter where Value == Plan {
  /// The draft, if there is one.
  package static var draft: Filter { Filter("state = 'draft'") }

  /// The plan in force, if there is one.
  package static var published: Filter { Filter("state = 'published'") }

  /// The plan that a run made.
  package static func of(_ run: Run.ID) -> Filter { Filter("run = ?", [.id(run)]) }

  /// The plan of a version.
  package static func version(_ version: Int) -> Filter { Filter("version = ?", [.integer(Int64(version))]) }
}

extension Filter where Value == Run {
  /// The latest so many, the latest first.
  package static func latest(_ count: Int) -> Filter {
    Filter("1", order: "started_at DESC, id LIMIT \(max(0, count))")
  }
}

extension Filter where Value == Notice {
  /// What a partner has not acknowledged.
  package static func open(of partner: Partner.ID) -> Filter {
    Filter("partner = ? AND acknowledged_at IS NULL", [.id(partner)], order: "made_at, id")
  }

  /// What nobody has acknowledged.
  package static var open: Filter { Filter("acknowledged_at IS NULL", order: "made_at, id") }

  /// What was said about a meeting.
  package static func session(_ session: Session.ID) -> Filter {
    Filter("session = ?", [.id(session)], order: "made_at, id")
  }
}

extension Filter where Value == ReviewEntry {
  /// What waits for a decision, the oldest first.
  package static var open: Filter { Filter("is_open = 1", order: "made_at, id") }
}

extension Filter where Value == ImportBatch {
  /// The import with this number.
  package static func number(_ number: Int64) -> Filter { Filter("id = ?", [.integer(number)]) }

  /// The latest so many, the latest first.
  package static func latest(_ count: Int) -> Filter { Filter("1", order: "id DESC LIMIT \(max(0, count))") }
}

extension Filter where Value == ImportChange {
  /// What an import wrote, in the order of writing.
  static func batch(_ number: Int64) -> Filter { Filter("batch = ?", [.integer(number)]) }

  /// What later imports wrote of the same thing, in the order of writing.
  static func after(_ change: ImportChange) -> Filter {
    Filter(
      "subject = ? AND kind = ? AND batch > ?",
      [.integer(change.subject), .text(change.kind), .integer(change.batch)])
  }
}

extension Filter where Value == Advocate {
  /// Those of a partner.
  package static func of(_ partner: Partner.ID) -> Filter { Filter("partner = ?", [.id(partner)]) }
}

extension Filter where Value == Availability {
  /// An advocate's hours.
  package static func of(_ advocate: Advocate.ID) -> Filter {
    Filter("advocate = ?", [.id(advocate)], order: "first_day, start_minute, id")
  }
}

extension Filter where Value == RoleGrant {
  /// The roles of a user.
  package static func user(_ uid: UInt32) -> Filter { Filter("uid = ?", [.integer(Int64(uid))]) }
}
