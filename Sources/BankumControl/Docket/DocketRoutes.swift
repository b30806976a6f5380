import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Docket`.
enum DocketRoutes {
  static func table(_ daemon: Daemon) -> DocketTable<Access, Caller> {
    let readers: Set<Role> = [.registrar, .advocate, .coordinator, .guardian]
    return DocketTable(
      list: .promptly(readers, daemon, DocketHandler.listPromptly, orLater: DocketHandler.list),
      export: .later(readers, daemon, DocketExportHandler.export))
  }
}
