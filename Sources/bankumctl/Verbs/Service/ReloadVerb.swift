import BankumAPI
import BankumClient
import BankumWords

/// `reload`: the daemon reads its configuration again.
enum ReloadVerb {
  static let description = VerbDescription("reload", summary: .helpReloadSummary, help: .helpReload) {
    (invocation) throws(Complaint) in
    let reply: Reply<ServiceInterface.Reload.Output>
    do throws(Complaint) {
      reply = try invocation.write(ServiceInterface.Reload.self, ServiceInterface.Reload.Input())
    } catch {
      // Only what is wrong with the configuration has details.
      guard error.status == .input, !error.details.isEmpty else { throw error }
      var complaint = error
      complaint.message = .reloadFailed(problems: error.details.count)
      throw complaint
    }
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.reloadDone)
      if !reply.value.needRestart.isEmpty { invocation.say(.reloadNeedsRestart(keys: reply.value.needRestart)) }
    }
    return .done
  }
}
