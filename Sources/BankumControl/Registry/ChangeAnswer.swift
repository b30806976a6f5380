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
    switch self {
    case .term(let finding): finding.message
    case .lapsed(let credential): .findingLapsed(credential: credential.message)
    }
  }
}

extension TermFinding {
  fileprivate var message: Message {
    switch self {
    case .longerThanTable(let days, let limit): .findingLongerThanTable(days: "\(days)", limit: "\(limit)")
    case .shorterThanTable(let days, let limit): .findingShorterThanTable(days: "\(days)", limit: "\(limit)")
    case .lawNotInForce: .findingLawNotInForce
    case .nothingToExtend: .findingNothingToExtend
    case .gap(let days): .findingGap(days: "\(days)")
    case .overlap(let days): .findingOverlap(days: "\(days)")
    case .earlierStage(let reached): .findingEarlierStage(stage: reached.code)
    case .otherLaw(let law): .findingOtherLaw(law: law.code)
    case .transition(let law): .findingTransition(law: law.code)
    case .childTooYoung(let age, let minimum): .findingChildTooYoung(age: "\(age)", minimum: "\(minimum)")
    case .childThreatLow(let minimum): .findingChildThreatLow(years: "\(minimum)")
    }
  }
}

extension CredentialStatus.Credential {
  fileprivate var message: Message {
    switch self {
    case .agreement: .credentialAgreement
    case .accreditation: .credentialAccreditation
    case .licence: .credentialLicence
    case .employment: .credentialEmployment
    }
  }
}
