package import BankumModel

/// Why the register of people is not changed.
package enum PeopleRefusal: Sendable, Equatable {
  /// He has left the house already, this way.
  case hasLeft(Presence)
  /// He is in the house.
  case isHere
  /// Somebody has this register number now.
  case numberTaken(Inmate.ID)
  /// Somebody of the same name is perhaps the same person.
  case perhapsKnown([Inmate.ID])
  /// Two records that contradict each other are of two people: the field that differs.
  case notOnePerson(String)
  /// Two records have meetings at the same time.
  case meetingsOverlap(Session.ID)
  /// An order of this number is on file.
  case letterKnown(DetentionTerm.ID)
  /// A hearing of that day is on file.
  case hearingKnown(Hearing.ID)
  /// The hearing was cancelled.
  case hearingCancelled
  /// They are not both in the case.
  case notInCase
  /// An order about the two is in force.
  case keptApart(KeepApart.ID)
  /// He is away already on some of these days.
  case awayAlready(Absence.ID)
  /// He is not away.
  case notAway

  /// The name of the case.
  package var code: String {
    switch self {
    case .hasLeft: "hasLeft"
    case .isHere: "isHere"
    case .numberTaken: "numberTaken"
    case .perhapsKnown: "perhapsKnown"
    case .notOnePerson: "notOnePerson"
    case .meetingsOverlap: "meetingsOverlap"
    case .letterKnown: "letterKnown"
    case .hearingKnown: "hearingKnown"
    case .hearingCancelled: "hearingCancelled"
    case .notInCase: "notInCase"
    case .keptApart: "keptApart"
    case .awayAlready: "awayAlready"
    case .notAway: "notAway"
    }
  }
}
