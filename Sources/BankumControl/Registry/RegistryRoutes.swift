import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Registry`.
enum RegistryRoutes {
  static func table(_ daemon: Daemon) -> RegistryTable<Access, Caller> {
    RegistryTable(
      import: .later([.registrar], daemon, ImportHandlers.importFiles),
      getImportTemplate: .later([.registrar], daemon, ImportHandlers.template),
      listRoles: .later([.ops, .auditor], daemon, RoleHandlers.list),
      grantRole: .later([.ops], daemon, RoleHandlers.grant),
      revokeRole: .later([.ops], daemon, RoleHandlers.revoke))
  }
}
