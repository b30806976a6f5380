import BankumAPI

/// `org.bankum.Service.WhoAmI`.
enum WhoAmIHandler {
  static func identity(of caller: Caller) -> ServiceInterface.WhoAmI.Output {
    // In the order in which the roles are declared: a set has none of its own.
    ServiceInterface.WhoAmI.Output(
      uid: Int(caller.uid), roles: Role.allCases.filter(caller.roles.contains).map(\.rawValue))
  }
}
