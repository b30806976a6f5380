import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Requests`.
enum RequestRoutes {
  static func table(_ daemon: Daemon) -> RequestsTable<Access, Caller> {
    let those: Set<Role> = [.registrar, .advocate, .coordinator]
    return RequestsTable(
      add: .later(those, daemon, RequestHandlers.add),
      list: .later(those, daemon, RequestHandlers.list),
      get: .later(those, daemon, RequestHandlers.get),
      edit: .later(those, daemon, RequestHandlers.edit),
      check: .later(those, daemon, RequestVerbHandlers.check),
      accept: .later(those, daemon, RequestVerbHandlers.accept),
      refuse: .later(those, daemon, RequestVerbHandlers.refuse),
      withdraw: .later([.registrar], daemon, RequestVerbHandlers.withdraw),
      listQueue: .later(those, daemon, QueueHandler.list))
  }
}
