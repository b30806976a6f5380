import BankumAPI
import BankumModel
import BankumOffice
import BankumWords
import Varlink

/// An answer that is nothing but what was changed.
protocol ChangeAnswer {
  init(change: RegisterChange)
}

private typealias Interface = RegistryInterface

extension Interface.AddInmate.Output: ChangeAnswer {}
extension Interface.SetInmate.Output: ChangeAnswer {}
extension Interface.MoveInmate.Output: ChangeAnswer {}
extension Interface.RenumberInmate.Output: ChangeAnswer {}
extension Interface.MergeInmates.Output: ChangeAnswer {}
extension Interface.ReinstateInmate.Output: ChangeAnswer {}
extension Interface.SendInmateAway.Output: ChangeAnswer {}
extension Interface.BringInmateBack.Output: ChangeAnswer {}
extension Interface.AddTerm.Output: ChangeAnswer {}
extension Interface.AddHearing.Output: ChangeAnswer {}
extension Interface.MoveHearing.Output: ChangeAnswer {}
extension Interface.CancelHearing.Output: ChangeAnswer {}
extension Interface.LinkParties.Output: ChangeAnswer {}
extension Interface.LinkCases.Output: ChangeAnswer {}
extension Interface.AddKeepApart.Output: ChangeAnswer {}
extension Interface.RemoveKeepApart.Output: ChangeAnswer {}
extension Interface.SetPartner.Output: ChangeAnswer {}
extension Interface.AddAdvocate.Output: ChangeAnswer {}
extension Interface.SetAdvocate.Output: ChangeAnswer {}
extension Interface.EndAdvocate.Output: ChangeAnswer {}
extension Interface.SetAdvocateAbsent.Output: ChangeAnswer {}
extension Interface.AddAvailability.Output: ChangeAnswer {}
extension Interface.RemoveAvailability.Output: ChangeAnswer {}
extension Interface.ConfirmAvailability.Output: ChangeAnswer {}
extension Interface.AddMandate.Output: ChangeAnswer {}
extension Interface.EndMandate.Output: ChangeAnswer {}
extension Interface.BlockRoom.Output: ChangeAnswer {}
extension Interface.UnblockRoom.Output: ChangeAnswer {}
extension Interface.SetBlock.Output: ChangeAnswer {}
extension Interface.CloseDays.Output: ChangeAnswer {}
extension Interface.OpenDays.Output: ChangeAnswer {}
extension Interface.SetDayHours.Output: ChangeAnswer {}
extension Interface.SetTraining.Output: ChangeAnswer {}
extension Interface.SetRule.Output: ChangeAnswer {}
extension Interface.ConfirmRule.Output: ChangeAnswer {}

extension Desk {
  /// Answers a call that changes the register: reads its parameters, all that is wrong at once, and does it.
  static func change<Method: KeyedMethod>(
    _ daemon: Daemon, _ method: Method.Type, _ input: Method.Input, _ caller: Caller, language: String?,
    _ body: @Sendable (WriteContext<RegisterOutcome>) async throws -> RegisterOutcome
  ) async throws(VarlinkError) -> Written<Method> where Method.Output: ChangeAnswer {
    try await write(
      daemon, method, input, caller, language: language,
      reply: { outcome, language in
        Method.Output(
          change: RegisterChange(
            id: outcome.id, meetings: outcome.meetings.map(\.text),
            warnings: outcome.findings.warnings(in: language)))
      }, body)
  }
}

extension [RegisterOutcome.Finding] {
  /// The findings as they go over the wire.
  func warnings(in language: Language) -> [RegisterWarning] {
    map { RegisterWarning(code: $0.code, text: $0.message.text(in: language)) }
  }
}

extension RegisterOutcome.Finding {
  /// The finding in words.
  fileprivate var message: Message {
    let first = values.first ?? ""
    let second = values.dropFirst().first ?? ""
    switch code {
    case "longerThanTable": return .findingLongerThanTable(days: first, limit: second)
    case "shorterThanTable": return .findingShorterThanTable(days: first, limit: second)
    case "lawNotInForce": return .findingLawNotInForce
    case "nothingToExtend": return .findingNothingToExtend
    case "gap": return .findingGap(days: first)
    case "overlap": return .findingOverlap(days: first)
    case "earlierStage": return .findingEarlierStage(stage: first)
    case "otherLaw": return .findingOtherLaw(law: first)
    case "transition": return .findingTransition(law: first)
    case "childTooYoung": return .findingChildTooYoung(age: first, minimum: second)
    case "childThreatLow": return .findingChildThreatLow(years: first)
    default: return .findingLapsed(paper: Message.named("paper.\(first)") ?? .paperLicence)
    }
  }
}
