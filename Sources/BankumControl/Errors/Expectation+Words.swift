import BankumModel
import BankumOffice
import BankumWords

extension Expectation {
  /// What was expected, in words.
  func text(in language: Language) -> String {
    message?.text(in: language) ?? described
  }

  private var message: Message? {
    switch self {
    case .given: .expectedGiven
    case .absent: .expectedAbsent
    case .identifier(let prefix): .expectedIdentifier(prefix: prefix)
    case .date: .expectedDate
    case .dayFrom(let day): .expectedDayFrom(day: day.text)
    case .dayBetween(let first, let last): .expectedDayBetween(first: first.text, last: last.text)
    case .dayUntil(let day): .expectedDayUntil(day: day.text)
    case .oneOf(let codes): .expectedOneOf(codes: codes)
    case .number(let least, let most): .expectedNumber(least: least, most: most)
    case .hours: .expectedHours
    case .registerNumber: .importRegisterNumberSyntax
    case .language: .importLanguageSyntax
    case .threat: .importThreatSyntax
    case .oneOfThese(let ids): .expectedOneOf(codes: ids.map(\.text))
    case .somethingToChange: .expectedSomethingToChange
    case .ruleKey: .expectedRuleKey
    case .newKey: .expectedNewKey
    case .inFile(let code, let values): .importProblem(code, values)
    case .unknownInmate: .expectedKnownInmate
    case .unknownName: .expectedKnownName
    case .severalMeant: .expectedOneMeaning
    case .residentTrainee: .expectedResidentTrainee
    case .blockOfScope(let block): .expectedBlockOfScope(block: block)
    case .populationFile: .expectedPopulationFile
    case .importScope: .expectedImportScope
    case .possibleOutcome(let reason): .expectedPossibleOutcome(reason: reason.phrase)
    case .numberOfNobodyElse(let inmate): .expectedNumberOfNobodyElse(inmate: inmate.text)
    case .candidate: .expectedCandidate
    case .base64: .expectedBase64
    case .oneOfEachKind: .expectedOneOfEachKind
    case .participant: .expectedParticipant
    case .described(let phrase): phrase.message
    }
  }

  private var described: String {
    if case .described(let phrase) = self { phrase.text } else { "" }
  }
}

extension OutcomeRefusal {
  /// Why an outcome cannot be, as a part of a sentence.
  fileprivate var phrase: Message {
    switch self {
    case .notAnOutcome: .outcomeNotAnOutcome
    case .sessionNotBegun: .outcomeSessionNotBegun
    case .sessionDraft: .outcomeSessionDraft
    case .sessionOver: .outcomeSessionOver
    case .sessionReported: .outcomeSessionReported
    case .requestMovedOn: .outcomeRequestMovedOn
    case .actorNotAllowed: .outcomeActorNotAllowed
    }
  }
}
