import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Requests`.
enum RequestRoutes {
  static func table(_ daemon: Daemon) -> RequestsTable<Access, Caller> {
    let those: Set<Role> = [.registrar, .advocate, .coordinator]
    return RequestsTable(
      add: .write(those, daemon, RequestHandlers.add),
      list: .later(those, daemon, RequestHandlers.list),
      get: .later(those, daemon, RequestHandlers.get),
      edit: .write(those, daemon, RequestHandlers.edit),
      check: .write(those, daemon, RequestVerbHandlers.check),
      accept: .write(those, daemon, RequestVerbHandlers.accept),
      refuse: .write(those, daemon, RequestVerbHandlers.refuse),
      withdraw: .write([.registrar], daemon, RequestVerbHandlers.withdraw),
      listQueue: .later(those, daemon, QueueHandler.list))
  }
}
