/// The kinds of things whose ids a shell can complete, by the names of the contract.
package enum IdentifiedKind: String, CaseIterable, Sendable {
  /// People who are here.
  case inmate
  /// Requests that somebody still has to do something about.
  case request
  /// Published meetings, and those of the last fortnight.
  case session
  /// Legal-aid organisations.
  case partner
  /// Advocates and paralegals.
  case advocate
  /// Hours of advocates.
  case availability
  /// Rooms.
  case room
  /// Blocks.
  case block
  /// Cases.
  case caseFile = "case"
  /// Mandates.
  case mandate
  /// Hearings from today on.
  case hearing
  /// Detention orders.
  case term
  /// Absences.
  case absence
  /// Orders to keep people apart.
  case keepApart
  /// Programmes of training.
  case training
  /// Education for many.
  case education
  /// Notices that nobody has acknowledged.
  case notice
  /// What waits for the registrar's decision.
  case review
  /// Assignment runs.
  case run
}
