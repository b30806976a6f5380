import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Docket`.
enum DocketRoutes {
  static func table(_ daemon: Daemon) -> DocketTable<Access, Caller> {
    let readers: Set<Role> = [.registrar, .advocate, .coordinator, .guardian]
    let lawyers: Set<Role> = [.registrar, .advocate, .coordinator]
    return DocketTable(
      list: .promptly(readers, daemon, DocketHandler.listPromptly, orLater: DocketHandler.list),
      export: .later(readers, daemon, DocketExportHandler.export),
      listNotices: .later(lawyers, daemon, NoticeHandlers.list),
      acknowledgeNotices: .write(lawyers, daemon, NoticeHandlers.acknowledge))
  }
}
