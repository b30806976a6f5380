package import BankumModel

/// Everything that a run rests on: the register's facts at one moment, as values.
///
/// Whoever holds the register fills it from one snapshot; what-if questions change it before planning. The order of
/// the arrays means nothing. An open request of somebody who is not in the facts stops planning; other ids that point
/// to nothing are facts left out.
package struct HouseFacts: Sendable {
  /// The civil time now, in the zone of the house.
  package var now: CivilTime
  /// The dated rules.
  package var rules: RuleTable
  /// Holidays, opening hours and what was decided about them.
  package var calendar: WorkingCalendar
  /// Everybody held here who has a request, shares a case with one who has, or is kept apart from one.
  package var inmates: [Inmate] = []
  /// Days on which somebody cannot be met.
  package var absences: [Absence] = []
  /// Detention orders.
  package var terms: [DetentionTerm] = []
  /// Days in court.
  package var hearings: [Hearing] = []
  /// Criminal cases.
  package var cases: [CaseFile] = []
  /// Requests; those that have ended do not count.
  package var requests: [Request] = []
  /// The legal-aid organisations.
  package var partners: [Partner] = []
  /// Their people.
  package var advocates: [Advocate] = []
  /// When they can come.
  package var availability: [Availability] = []
  /// The rooms.
  package var rooms: [Room] = []
  /// The blocks.
  package var blocks: [Block] = []
  /// Who is never in the visiting area together.
  package var keepApart: [KeepApart] = []
  /// Powers of attorney, also those that have ended: a past client is never forgotten by the wall.
  package var mandates: [Mandate] = []
  /// Certified training and workshops.
  package var training: [TrainingProgramme] = []
  /// Legal education; what is over does not count.
  package var education: [EducationEvent] = []
  /// Meetings from Monday of the week on in which planning begins: published ones, and those that took place.
  /// Drafts do not count: a run replaces them.
  package var sessions: [Session] = []
  /// Who met whom before, once for each inmate and advocate.
  package var encounters: [Encounter] = []
  /// Conflicts that partners reported.
  package var reportedConflicts: [ReportedConflict] = []
  /// Decisions that a partner may serve somebody in spite of the wall.
  package var conflictOverrides: [ConflictOverride] = []
  /// Minutes of certified training that meetings took in the last four weeks, by trainee; planned ones left out.
  package var missedClassMinutes: [Inmate.ID: Int] = [:]
  /// No-shows of each partner's advocates in the window of fairness.
  package var advocateNoShows: [Partner.ID: Int] = [:]
  /// Meetings that each partner held in the window of fairness.
  package var meetingsInWindow: [Partner.ID: Int] = [:]
  /// Wishes and limits that a what-if question leaves out; empty for the facts of the register.
  package var waivers: [Request.ID: Set<Waiver>] = [:]
  /// Places that a what-if question keeps for one request each; empty for the facts of the register.
  package var reserved: [Request.ID: ReservedPlace] = [:]
  /// The ranks that a run gave, when its draft is looked at again: its ranks do not move under it, whatever becomes of
  /// the queue. Empty for the facts of the register.
  package var ranksOfRun: [Request.ID: Rank] = [:]

  /// The facts of an empty house at a moment; the arrays are filled in afterwards.
  package init(now: CivilTime, rules: RuleTable, calendar: WorkingCalendar) {
    self.now = now
    self.rules = rules
    self.calendar = calendar
  }

  /// Today.
  package var today: CivilDate { now.date }
}
