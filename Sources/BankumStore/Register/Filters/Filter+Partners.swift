package import BankumModel

/// What a partner holds or serves: an open request that it was offered or has accepted, a published or past meeting, a
/// mandate.
private enum Clients {
  static let clause = """
    (SELECT inmate FROM request WHERE offer_partner = ? AND \(Filter<Request>.open.clause)
     UNION SELECT inmate FROM session WHERE partner = ? AND state NOT IN ('draft', 'cancelled')
     UNION SELECT inmate FROM mandate WHERE partner = ?)
    """

  static func arguments(_ partner: Partner.ID) -> [Field] { Array(repeating: .id(partner), count: 3) }
}

extension Filter where Value == Inmate {
  /// Those whom a partner holds or serves and who are here.
  package static func clients(of partner: Partner.ID) -> Filter {
    Filter("id IN \(Clients.clause) AND \(plannable.clause)", Clients.arguments(partner))
  }
}

extension Filter where Value == Hearing {
  /// Everybody's from a day on that are not called off.
  package static func coming(from date: CivilDate) -> Filter {
    Filter("day >= ? AND status <> 'cancelled'", [.day(date)], order: "day, id")
  }

  /// Those of a partner's clients from a day on that are not called off.
  package static func clients(of partner: Partner.ID, from date: CivilDate) -> Filter {
    Filter(
      "inmate IN \(Clients.clause) AND \(coming(from: date).clause)", Clients.arguments(partner) + [.day(date)],
      order: "day, id")
  }
}

extension Filter where Value == Session {
  /// A partner's from a day on, published or over; neither drafts nor what was called off.
  package static func partner(_ partner: Partner.ID, since date: CivilDate) -> Filter {
    Filter(
      "partner = ? AND day >= ? AND state NOT IN ('draft', 'cancelled')", [.id(partner), .day(date)],
      order: "day, start_minute, id")
  }
}

extension Filter where Value == Mandate {
  /// A partner's, ended ones too.
  package static func of(_ partner: Partner.ID) -> Filter { Filter("partner = ?", [.id(partner)]) }
}

extension Filter where Value == Availability {
  /// The hours of a partner's people.
  package static func of(_ partner: Partner.ID) -> Filter {
    Filter("advocate IN (SELECT id FROM advocate WHERE partner = ?)", [.id(partner)])
  }
}

extension Filter where Value == EducationEvent {
  /// A partner's.
  package static func of(_ partner: Partner.ID) -> Filter { Filter("partner = ?", [.id(partner)]) }
}
