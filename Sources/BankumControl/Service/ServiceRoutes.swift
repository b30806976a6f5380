import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Service`.
enum ServiceRoutes {
  static func table(_ daemon: Daemon) -> ServiceTable<Access, Caller> {
    ServiceTable(
      getStatus: MethodRow(
        .anyRole,
        .later { (input, caller) async throws(VarlinkError) in
          try await GetStatusHandler.status(of: daemon, input, for: caller)
        }),
      whoAmI: MethodRow(
        .everyone,
        .immediate { (_, caller) throws(VarlinkError) in WhoAmIHandler.identity(of: caller, to: daemon) }),
      reload: .write([.ops], daemon, ReloadHandler.reload),
      check: MethodRow(
        .roles([.ops]),
        .later { (input, caller) async throws(VarlinkError) in
          try await CheckHandler.check(daemon, input, caller)
        }),
      monitor: MethodRow(
        .anyRole,
        .subscription { (input, caller, replies) async throws(VarlinkError) in
          try await MonitorHandler.follow(daemon, input, caller, replies)
        }),
      listIdentifiers: MethodRow(
        .anyRole,
        .later { (input, caller) async throws(VarlinkError) in
          try await IdentifierHandler.list(daemon, input, caller)
        }))
  }
}
