import BankumAPI
import BankumWords

/// `org.bankum.Service.WhoAmI`.
enum WhoAmIHandler {
  static func identity(of caller: Caller, to daemon: Daemon) -> ServiceInterface.WhoAmI.Output {
    ServiceInterface.WhoAmI.Output(
      uid: Int(caller.uid),
      // In the order in which the roles are declared: a set has none of its own.
      roles: Role.allCases.filter(caller.roles.contains).map(\.rawValue),
      language: daemon.state.language.rawValue)
  }
}
