package import BankumExchange
package import BankumModel

/// What was expected in place of something wrong; the words are made above.
package enum Expectation: Sendable, Hashable {
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
  /// A day from the first to the second.
  case dayBetween(CivilDate, CivilDate)
  /// A day not after this one.
  case dayUntil(CivilDate)
  /// One of these codes.
  case oneOf([String])
  /// A whole number from the first to the second.
  case number(Int, Int)
  /// Hours of the day, 08:00-11:30; several with commas, or `closed`.
  case hours
  /// A register number such as A.III.123/2026.
  case registerNumber
  /// A language of two or three letters.
  case language
  /// Years, life or death.
  case threat
  /// One of these people: the text means each of them.
  case oneOfThese([Inmate.ID])
  /// At least one value to change.
  case somethingToChange
  /// A key of the rules' catalogue.
  case ruleKey
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
  /// Somebody who takes part in an education event.
  case participant
  /// What a lower room described.
  case described(Phrase)
}
