import BankumModel
import BankumWords

extension Phrase {
  /// What the phrase says, from the catalogue; nil for what no caller can bring about, which stays as it is.
  var message: Message? { Self.messages[form]?(values) }

  /// By the form of the phrase. A test finds every form that the rooms below have.
  static let messages: [String: @Sendable ([String]) -> Message] = [
    "{} to {}": { .expectedBetween(least: $0[0], most: $0[1]) },
    "1 to 60": { _ in .expectedBetween(least: "1", most: "60") },
    "a date not before {}": { .importEndBeforeStart(first: $0[0]) },
    "a day not before {}": { .importEndBeforeStart(first: $0[0]) },
    "at most {} bytes": { .importTextTooLong(bytes: $0[0]) },
    "a text without control characters and marks of direction": { _ in .expectedVisibleText },
    "a text of at most {} bytes": { .importTextTooLong(bytes: $0[0]) },
    "at most {}": { .expectedAtMost(most: $0[0]) },
    "at most 100 years": { _ in .expectedYears },
    "at least {} minutes": { .expectedMinutes(minutes: $0[0]) },
    "a whole number from {} to {} ({})": {
      .expectedNumberOf(least: $0[0], most: $0[1], unit: Message.named("unit.\($0[2])") ?? .errorText(text: $0[2]))
    },
    "a whole number up to 999999": { _ in .expectedBelowMillion },
    "a text": { _ in .importValueMissing },
    "a date of the form 2026-11-24": { _ in .expectedDate },
    "a date that exists": { _ in .importDateNotReal },
    "a time of the form 08:30": { _ in .expectedTime },
    "a time from 00:00 to 24:00": { _ in .expectedTimeOfDay },
    "a time of the form 2026-11-24T10:00": { _ in .expectedMoment },
    "hours of the form 08:00-11:30": { _ in .importHoursSyntax },
    "an end after the start": { _ in .expectedEndAfterStart },
    "an end that is not before the start": { _ in .expectedEndNotBefore },
    "dates of the form 2026-11-23..2026-11-27": { _ in .expectedDays },
    "a language of two or three letters, such as id or bbc": { _ in .importLanguageSyntax },
    "a register number of the form A.III.123/2026": { _ in .importRegisterNumberSyntax },
    "years, life or death": { _ in .importThreatSyntax },
    "an id of the form {}-7K3M9QX2": { .expectedIdentifier(prefix: $0[0]) },
    "{}": { .expectedOneOf(codes: [$0[0]]) },
    "consultation or assistance": { _ in .expectedOneOf(codes: ["consultation", "assistance"]) },
    "first or extension": { _ in .expectedOneOf(codes: ["first", "extension"]) },
    "A.III or A.IV": { _ in .expectedOneOf(codes: ["A.III", "A.IV"]) },
    "Kota Medan": { _ in .expectedResidentTrainee },
    "somebody else": { _ in .expectedSomebodyElse },
    "other files": { _ in .expectedOtherFiles },
    "everybody once": { _ in .expectedEverybodyOnce },
    "each once": { _ in .expectedEachOnce },
    "each number once": { _ in .expectedEachOnce },
    "each partner once": { _ in .expectedEachOnce },
    "each speaker once": { _ in .expectedEachOnce },
    "at least one": { _ in .expectedOne },
    "at least one language": { _ in .expectedLanguage },
    "at least one register number": { _ in .expectedRegisterNumber },
    "a weekday for hours without a last day": { _ in .expectedWeekday },
    "a last day and a reason, or neither": { _ in .expectedEndAndReason },
    "no cell without a block": { _ in .expectedBlockOfCell },
    "a room": { _ in .expectedRoom },
    "a partner that the inmate does not refuse": { _ in .expectedOtherPartner },
    "a visit that has begun; plan one that is to come": { _ in .expectedBegunVisit },
    "an outcome for a recorded visit": { _ in .expectedOutcome },
    "false for the reason {}": { .expectedNotOf(reason: $0[0]) },
    "ids that are known": { _ in .expectedKnownIds },
    "the number of the written record": { _ in .expectedMinutesNumber },
    "the holidays of this year": { _ in .expectedHolidays },
    "a rule that holds on {}": { .expectedRuleOn(day: $0[0]) },
    "absent, come, cap, open room, close room, add room, open house, close house, escort, quota, waive, permit, mandate, reserve or leave with their words":
      { _ in .expectedWhatIf },
  ]
}
