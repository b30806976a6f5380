import BankumModel

/// Every kind of value that the register keeps.
package enum StoredKinds {
  /// In an order in which references point backwards.
  package static let all: [any Stored.Type] = [
    Block.self, Partner.self, Advocate.self, Availability.self, Room.self, TrainingProgramme.self, HolidayYear.self,
    Holiday.self, WeekdayHours.self, CalendarDecision.self, Rule.self, RoleGrant.self, Inmate.self, CaseFile.self,
    KeepApart.self, Mandate.self, Hearing.self, DetentionTerm.self, Absence.self, ReportedConflict.self,
    ConflictOverride.self, Request.self, Session.self, EducationEvent.self, Run.self, Plan.self, ImportBatch.self,
    ImportChange.self, ReviewEntry.self, Notice.self,
  ]

  /// Those that imports write, in an order in which references point backwards.
  static let imported: [any FieldListed.Type] = [
    HolidayYear.self, Holiday.self, WeekdayHours.self, CalendarDecision.self, Block.self, Partner.self, Advocate.self,
    Availability.self, Room.self, TrainingProgramme.self, Inmate.self, CaseFile.self, KeepApart.self, Mandate.self,
    Hearing.self, DetentionTerm.self, Request.self, Session.self, ReviewEntry.self, Notice.self,
  ]

  /// The tables of rows that belong to a row of a kind: what stands in them follows from the row.
  static var links: [String] { all.flatMap { $0.table.links.map(\.name) } }

  /// What rows of each are called.
  static var names: [String] { all.map { $0.table.kind } }

  /// What a row of a table is called.
  static func kind(ofTable table: String) -> String {
    all.first { $0.table.name == table }?.table.kind ?? Table.word(table)
  }

  /// What people call a row of a table: an id where rows have one.
  static func name(of table: String, row: Int64) -> String {
    all.first { $0.table.name == table }?.name(ofRow: row) ?? "\(row)"
  }
}
