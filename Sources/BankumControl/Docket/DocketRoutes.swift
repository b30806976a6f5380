import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Docket`.
enum DocketRoutes {
  static func table(_ daemon: Daemon) -> DocketTable<Access, Caller> {
    DocketTable(
      list: MethodRow(
        .roles([.registrar, .advocate, .coordinator, .guardian]),
        .later { (input, caller) async throws(VarlinkError) in
          try await DocketHandler.list(daemon, input, caller)
        }))
  }
}
