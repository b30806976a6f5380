import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Registry`.
enum RegistryRoutes {
  static func table(_ daemon: Daemon) -> RegistryTable<Access, Caller> {
    RegistryTable(
      import: .later([.registrar], daemon, ImportHandlers.importFiles),
      listImports: .later([.registrar], daemon, ImportHandlers.list),
      undoImport: .later([.registrar], daemon, ImportHandlers.undo),
      listReviews: .later([.registrar], daemon, ReviewHandlers.list),
      showReview: .later([.registrar], daemon, ReviewHandlers.show),
      resolveReview: .later([.registrar], daemon, ReviewHandlers.resolve),
      getImportTemplate: .later([.registrar], daemon, ImportHandlers.template),
      listRoles: .later([.ops, .auditor], daemon, RoleHandlers.list),
      grantRole: .later([.ops], daemon, RoleHandlers.grant),
      revokeRole: .later([.ops], daemon, RoleHandlers.revoke))
  }
}
