import BankumAPI
import BankumClient
import BankumWords

/// `whoami`: who the caller is to the daemon.
enum WhoAmIVerb {
  static let description = VerbDescription("whoami", summary: .helpWhoamiSummary, help: .helpWhoami) {
    (invocation) throws(Complaint) in
    let reply = try invocation.call(ServiceInterface.WhoAmI.self, ServiceInterface.WhoAmI.Input())
    if invocation.output.isJSON { invocation.output.json(reply.json) } else { show(reply.value, invocation) }
    return .done
  }

  private static func show(_ identity: ServiceInterface.WhoAmI.Output, _ invocation: Invocation) {
    let language = invocation.language
    var sheet = LabelledLines(language, width: invocation.output.width)
    sheet.add(.whoamiLabelUser, user(identity.uid, invocation).terminalText(in: language))
    sheet.add(
      .whoamiLabelRoles,
      identity.roles.isEmpty
        ? [Message.whoamiNoRoles.text(in: language)] : identity.roles.map { role($0, in: language) })
    if let partner = identity.partner { sheet.add(.whoamiLabelPartner, TerminalText.visible(partner)) }
    if let advocate = identity.advocate { sheet.add(.whoamiLabelAdvocate, TerminalText.visible(advocate)) }
    for line in sheet.lines { invocation.output.line(line) }
  }

  /// The name is that of this machine, so it is told only when the daemon is on this machine.
  private static func user(_ uid: Int, _ invocation: Invocation) -> Message {
    guard case .socket = invocation.endpoint, let name = Surroundings.userName(UInt32(clamping: uid)) else {
      return .whoamiUserUnknown(uid: uid)
    }
    return .whoamiUser(name: name, uid: uid)
  }

  /// The role, and what it may do; one that this program does not know stands alone.
  private static func role(_ code: String, in language: Language) -> String {
    guard let name = Message.named("role.\(code)"), let may = Message.named("role.\(code).may") else {
      return TerminalText.visible(code)
    }
    return "\(code) (\(name.text(in: language))): \(may.text(in: language))"
  }
}
