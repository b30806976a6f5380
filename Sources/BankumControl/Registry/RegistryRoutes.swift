import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Registry`.
enum RegistryRoutes {
  static func table(_ daemon: Daemon) -> RegistryTable<Access, Caller> {
    RegistryTable(
      import: MethodRow(
        .roles([.registrar]),
        .later { (input, caller) async throws(VarlinkError) in
          try await ImportHandlers.importFiles(daemon, input, caller)
        }),
      getImportTemplate: MethodRow(
        .roles([.registrar]),
        .later { (input, caller) async throws(VarlinkError) in
          try await ImportHandlers.template(daemon, input, caller)
        }),
      listRoles: MethodRow(
        .roles([.ops, .auditor]),
        .later { (input, caller) async throws(VarlinkError) in
          try await RoleHandlers.list(daemon, input, caller)
        }),
      grantRole: MethodRow(
        .roles([.ops]),
        .later { (input, caller) async throws(VarlinkError) in
          try await RoleHandlers.grant(daemon, input, caller)
        }),
      revokeRole: MethodRow(
        .roles([.ops]),
        .later { (input, caller) async throws(VarlinkError) in
          try await RoleHandlers.revoke(daemon, input, caller)
        }))
  }
}
