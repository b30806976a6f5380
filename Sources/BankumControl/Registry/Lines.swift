import BankumAPI
import BankumModel
import BankumOffice

/// What the register knows, in the form of the wire.
extension InmateEntry {
  var line: InmateLine {
    InmateLine(
      id: inmate.id.text, name: inmate.name, number: inmate.registerNumber?.text, block: block?.name,
      cell: inmate.cell, presence: inmate.presence.code, stage: detention.stage?.code,
      termBand: detention.band.code, termEnds: detention.lastLawfulDay?.text, daysLeft: detention.daysLeft,
      away: absence?.reason.code, enteredOn: inmate.enteredOn.text)
  }
}

extension DetentionTerm {
  func line(of inmate: Inmate, warnings: [RegisterWarning]) -> TermLine {
    TermLine(
      id: id.text, inmate: inmate.id.text, name: inmate.name, number: inmate.registerNumber?.text,
      case: caseFile?.text, stage: stage.code, law: law.code, grant: grant.code, letter: letter, from: first.text,
      to: last.text, days: dayCount, warnings: warnings)
  }
}

extension Hearing {
  func line(of inmate: Inmate, in block: Block?, caseNumber: String?) -> HearingLine {
    HearingLine(
      id: id.text, inmate: inmate.id.text, name: inmate.name, number: inmate.registerNumber?.text,
      block: block?.name, case: caseFile?.text, caseNumber: caseNumber, date: date.text, court: court,
      online: isOnline, advocate: advocate?.text, status: status.code)
  }
}

extension CaseFile {
  func line(_ people: [Inmate.ID: Inmate]) -> CaseLine {
    CaseLine(
      id: id.text, number: number, articles: articles, threat: threat?.code, law: law.code,
      parties: parties.map { party in
        let inmate = people[party.inmate]
        return CasePartyLine(
          inmate: party.inmate.text, name: inmate?.name ?? "", number: inmate?.registerNumber?.text,
          role: party.role.code)
      }, linked: linkedFiles.map(\.text).sorted())
  }
}

extension Mandate {
  func line(of inmate: Inmate, _ partner: Partner?, _ advocate: Advocate?, flags: [String]) -> MandateLine {
    MandateLine(
      id: id.text, inmate: inmate.id.text, name: inmate.name, presence: inmate.presence.code,
      partner: self.partner.text, partnerName: partner?.shortName, advocate: self.advocate.text,
      advocateName: advocate?.name, case: caseFile?.text, letter: letter, from: days.first.text, to: days.last?.text,
      endReason: endReason?.code, flags: flags)
  }
}

extension OpenDateRange {
  var line: DayRange { DayRange(from: first.text, to: last?.text) }
}

extension CredentialStatus {
  /// The credentials that will not hold for much longer, in a fixed order.
  var lapsingCodes: [String] { Credential.allCases.filter { lapsing[$0] != nil }.map(\.code) }
}
