package import BankumExchange
package import BankumModel

/// What was expected in place of something wrong; the words are made above.
package enum Expectation: Sendable, Equatable {
  /// Something must be given here.
  case given
  /// Nothing may be given here.
  case absent
  /// An id with this prefix.
  case identifier(prefix: String)
  /// A date, 2026-11-24.
  case date
  /// A day not before this one and at most a year after it.
  case dayFrom(CivilDate)
  /// One of these codes.
  case oneOf([String])
  /// A whole number from the first to the second.
  case number(Int, Int)
  /// A key that was not used for another call.
  case newKey
  /// What a file must hold in this place: what was found to be wrong, with its values.
  case inFile(ImportProblem.Code, [String])
  /// Somebody of the register, by a number or id of his.
  case unknownInmate
  /// Something of the register, by its name or id.
  case unknownName
  /// What means one thing only.
  case severalMeant
  /// A resident of the city: the certified training is for them.
  case residentTrainee
  /// A block of the house that the import's scope names, as it is written there.
  case blockOfScope(String)
  /// A population file beside it: only that has a scope.
  case populationFile
  /// `full`, `delta` or `block=NAME`.
  case importScope
  /// An outcome that the meeting can have now; why this one cannot be.
  case possibleOutcome(OutcomeRefusal)
  /// Somebody with whose papers nobody else's agree; this one's do.
  case numberOfNobodyElse(Inmate.ID)
  /// One of the people whom a review is about.
  case candidate
  /// Bytes as base64.
  case base64
  /// One file of each kind.
  case oneOfEachKind
  /// What a lower room described, in English.
  case described(String)
}
