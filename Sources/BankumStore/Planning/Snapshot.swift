package import BankumModel

/// Everything that a planning run needs, as of one moment.
package struct Snapshot: Sendable {
  /// The number of the last write in it.
  package var sequence: Int64
  /// The first day that matters.
  package var from: CivilDate
  /// Those of whom a meeting can be planned.
  package var inmates: [Inmate] = []
  /// All cases: who is against whom outlasts a stay.
  package var cases: [CaseFile] = []
  /// The orders of those people.
  package var terms: [DetentionTerm] = []
  /// Hearings from `from` on that were not cancelled.
  package var hearings: [Hearing] = []
  /// The absences of those people.
  package var absences: [Absence] = []
  /// Orders that hold on `from` or later.
  package var keepApart: [KeepApart] = []
  /// All mandates, ended ones too: secrecy outlasts them.
  package var mandates: [Mandate] = []
  /// Open requests, the oldest first.
  package var requests: [Request] = []
  /// Published meetings and drafts of any day, in the order of time; then what was held or lost since the Monday of the
  /// week before `from`.
  package var sessions: [Session] = []
  /// Education since the Monday of the week before `from`.
  package var education: [EducationEvent] = []
  /// Who has met whom.
  package var contacts: [Contact] = []
  /// Conflicts that partners reported.
  package var reportedConflicts: [ReportedConflict] = []
  /// Decisions against the wall.
  package var overrides: [ConflictOverride] = []
  /// Partners.
  package var partners: [Partner] = []
  /// Advocates and paralegals.
  package var advocates: [Advocate] = []
  /// Their hours.
  package var availability: [Availability] = []
  /// Rooms.
  package var rooms: [Room] = []
  /// Blocks.
  package var blocks: [Block] = []
  /// Training.
  package var programmes: [TrainingProgramme] = []
  /// The calendar.
  package var calendar: WorkingCalendar
  /// The rules.
  package var rules: RuleTable
}
