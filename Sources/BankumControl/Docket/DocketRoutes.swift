import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Docket`.
enum DocketRoutes {
  static func table(_ daemon: Daemon) -> DocketTable<Access, Caller> {
    DocketTable(
      list: .later([.registrar, .advocate, .coordinator, .guardian], daemon, DocketHandler.list))
  }
}
