package import BankumModel

extension Filter where Value == Inmate {
  /// Those of whom a meeting can be planned: present, or missing from the last list.
  package static var plannable: Filter { Filter("presence IN ('present', 'missing')") }

  /// Those of a block who are here.
  package static func inBlock(_ block: Block.ID) -> Filter {
    Filter("block = ? AND presence IN ('present', 'missing')", [.id(block)])
  }

  /// Those of a presence.
  package static func presence(_ presence: Presence) -> Filter { Filter("presence = ?", [.text(presence.code)]) }
}

extension Filter where Value == CaseFile {
  /// The cases in which somebody is a party.
  package static func of(_ inmate: Inmate.ID) -> Filter {
    Filter("id IN (SELECT owner FROM case_party WHERE inmate = ?)", [.id(inmate)])
  }
}

extension Filter where Value == Mandate {
  /// Somebody's mandates, ended ones too.
  package static func of(_ inmate: Inmate.ID) -> Filter {
    Filter("inmate = ?", [.id(inmate)], order: "first_day, id")
  }

  /// Those of a partner that are in force on a day.
  package static func inForce(of partner: Partner.ID, on date: CivilDate) -> Filter {
    Filter(
      "partner = ? AND first_day <= ? AND (last_day IS NULL OR last_day >= ?)",
      [.id(partner), .day(date), .day(date)])
  }
}

extension Filter where Value == Hearing {
  /// Somebody's hearings from a day on, cancelled ones too.
  package static func of(_ inmate: Inmate.ID, from date: CivilDate) -> Filter {
    Filter("inmate = ? AND day >= ?", [.id(inmate), .day(date)], order: "day, id")
  }

  /// Everybody's from one day to another, cancelled ones too.
  package static func between(_ days: DateRange) -> Filter {
    Filter("day BETWEEN ? AND ?", [.day(days.first), .day(days.last)], order: "day, id")
  }
}

extension Filter where Value == DetentionTerm {
  /// Somebody's orders, the earliest first.
  package static func of(_ inmate: Inmate.ID) -> Filter {
    Filter("inmate = ?", [.id(inmate)], order: "first_day, last_day, id")
  }
}

extension Filter where Value == Absence {
  /// Somebody's absences, the earliest first.
  package static func of(_ inmate: Inmate.ID) -> Filter {
    Filter("inmate = ?", [.id(inmate)], order: "first_day, id")
  }
}

extension Filter where Value == KeepApart {
  /// The orders about somebody.
  package static func of(_ inmate: Inmate.ID) -> Filter {
    Filter("one = ? OR other = ?", [.id(inmate), .id(inmate)])
  }
}

extension Field {
  /// An id.
  static func id<Kind>(_ id: Identifier<Kind>) -> Field { .integer(Int64(id.bits)) }

  /// A day.
  static func day(_ date: CivilDate) -> Field { .integer(Int64(date.dayNumber)) }
}
