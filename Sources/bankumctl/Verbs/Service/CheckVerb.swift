import BankumAPI
import BankumClient
import BankumWords

/// `check`: the daemon reads its whole register.
enum CheckVerb {
  static let description = VerbDescription("check", summary: .helpCheckSummary, help: .helpCheck) {
    (invocation) throws(Complaint) in
    let reply = try invocation.call(ServiceInterface.Check.self, ServiceInterface.Check.Input())
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else if reply.value.count == 0 {
      invocation.say(.checkWhole(writes: reply.value.sequence))
    } else {
      for damage in reply.value.damage { invocation.say(.checkFault(text: TerminalText.visible(damage.text))) }
      invocation.say(.checkDamaged(count: reply.value.count))
    }
    return reply.value.count == 0 ? .done : .input
  }
}
