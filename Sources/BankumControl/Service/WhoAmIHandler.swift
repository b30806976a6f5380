import BankumAPI
import BankumModel
import BankumOffice
import BankumWords

/// `org.bankum.Service.WhoAmI`.
enum WhoAmIHandler {
  static func identity(of caller: Caller, to daemon: Daemon) -> ServiceInterface.WhoAmI.Output {
    ServiceInterface.WhoAmI.Output(
      uid: Int(caller.uid),
      // In the order in which the roles are declared: a set has none of its own.
      roles: Role.allCases.filter(caller.holder.roles.contains).map(\.rawValue),
      partner: caller.holder.partner?.text,
      advocate: caller.holder.advocate?.text,
      language: daemon.state.language.rawValue)
  }
}
