package import BankumModel

/// Why the register of partners, rooms, hours and rules is not changed.
package enum HouseRefusal: Sendable, Equatable {
  /// A paralegal represents nobody.
  case paralegal
  /// The wall stands between the partner and him.
  case wall
  /// A power of attorney of this number is on file.
  case mandateKnown(Mandate.ID)
  /// The mandate has ended.
  case mandateEnded
  /// He does not work for the partner any more.
  case employmentEnded
  /// Another thing has this name.
  case nameTaken(String)
  /// The room is not blocked then.
  case roomNotBlocked
  /// A rule that waits for nobody.
  case nothingToConfirm
  /// Only an officer confirms a table of the law.
  case officerConfirms

  /// The name of the case.
  package var code: String {
    switch self {
    case .paralegal: "paralegal"
    case .wall: "wall"
    case .mandateKnown: "mandateKnown"
    case .mandateEnded: "mandateEnded"
    case .employmentEnded: "employmentEnded"
    case .nameTaken: "nameTaken"
    case .roomNotBlocked: "roomNotBlocked"
    case .nothingToConfirm: "nothingToConfirm"
    case .officerConfirms: "officerConfirms"
    }
  }
}
