/// A day in court: the inmate is out, or at a screen, for the whole of it.
package struct Hearing: Entity {
  /// Ids are `he-...`.
  package static let idPrefix = "he"

  /// The id.
  package let id: Identifier<Hearing>
  /// Whose hearing.
  package var inmate: Inmate.ID
  /// In which case.
  package var caseFile: CaseFile.ID?
  /// The day.
  package var date: CivilDate
  /// Where.
  package var court: String?
  /// Whether it is held from the house: takes the inmate and a room all the same.
  package var isOnline: Bool
  /// Who represents him there, if it is one of the partners': he is in court too.
  package var advocate: Advocate.ID?
  /// What is known.
  package var status: HearingStatus

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, inmate: Inmate.ID, caseFile: CaseFile.ID? = nil, date: CivilDate, court: String? = nil,
    isOnline: Bool = false, advocate: Advocate.ID? = nil, status: HearingStatus = .confirmed
  ) {
    self.id = id
    self.inmate = inmate
    self.caseFile = caseFile
    self.date = date
    self.court = court
    self.isOnline = isOnline
    self.advocate = advocate
    self.status = status
  }

  /// Whether nobody can meet the inmate on the day because of it.
  package func blocks(_ day: CivilDate) -> Bool { status != .cancelled && date == day }

  /// A blank court.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireOptionalText(court, "court", .court)
    return list.problems
  }
}
