import BankumAPI
import BankumWords

/// What `inmate show` prints.
enum InmateSheet {
  static func show(_ record: RegistryInterface.ShowInmate.Output, _ invocation: Invocation) {
    let language = invocation.language
    let inmate = record.inmate
    var sheet = LabelledLines(language, width: invocation.output.width)
    func add(_ label: Message, _ values: [String]) {
      let shown = values.filter { !$0.isEmpty }.map(TerminalText.visible)
      if !shown.isEmpty { sheet.add(label, shown) }
    }
    add(.labelInmate, [inmate.id])
    add(.labelName, [inmate.name] + record.aliases)
    add(.labelNumbers, record.numbers.reversed().map { "\($0.number)  \(days($0.from, $0.to))" })
    add(.labelSerial, [record.serialNumber ?? ""])
    add(.labelBorn, [record.birthDate ?? ""])
    add(.labelResidence, [record.residence ?? ""])
    add(.labelEntered, [record.enteredOn])
    add(.labelPlace, [[inmate.block, inmate.cell].compactMap { $0 }.joined(separator: " / ")])
    if inmate.presence != "present", let presence = Message.named("presence.\(inmate.presence)") {
      add(.labelPresence, [presence.text(in: language) + (record.departedOn.map { ", \($0)" } ?? "")])
    }
    add(.labelLanguages, [record.languages.joined(separator: ", ")])
    add(.labelNeeds, [language.words("need", record.needs)])
    add(.labelTraining, record.training)
    if let ends = inmate.termEnds ?? record.sentenceEnds {
      add(.labelEnds, [ends + (inmate.daysLeft.map { " (\($0))" } ?? "")])
    }
    add(
      .labelTerms,
      record.terms.map {
        let grant = language.word("grant", $0.grant)
        return "\($0.id)  \($0.stage) \(grant)  \(days($0.from, $0.to))  \($0.letter)"
      })
    add(
      .labelAbsences,
      record.absences.map { "\($0.id)  \(language.word("absence", $0.reason))  \(days($0.from, $0.to))" })
    add(
      .labelHearings,
      record.hearings.map { "\($0.id)  \($0.date)  \(language.word("hearingStatus", $0.status))  \($0.court ?? "")" })
    add(.labelCases, record.cases.map { "\($0.id)  \($0.number ?? "")  \($0.articles ?? "")" })
    add(
      .labelRequests,
      record.requests.map {
        let (service, state) = (language.word("service", $0.service), language.word("requestState", $0.state))
        return "\($0.id)  \($0.submittedOn)  \(service)  \(state)  \($0.partner ?? "")"
      })
    add(
      .labelMandates,
      record.mandates.map { "\($0.id)  \($0.partner)  \($0.letter)  \(days($0.from, $0.to))" })
    for line in sheet.lines { invocation.output.line(line) }
  }

  private static func days(_ first: String, _ last: String?) -> String { "\(first)..\(last ?? "")" }
}
