import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import Varlink

/// The roles' methods of `org.bankum.Registry`.
enum RoleHandlers {
  typealias Interface = RegistryInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListRoles.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListRoles.Output {
    try await Desk.answer(daemon, Interface.ListRoles.self, input, caller) { context in
      let zone = context.office.clock.zone
      return Interface.ListRoles.Output(
        grants: try await context.office.listRoles().map { grant in
          RoleGrant(
            uid: Int(grant.uid), user: grant.user, role: grant.role.rawValue, partner: grant.partner?.text,
            advocate: grant.advocate?.text, grantedBy: grant.grantedBy.map(Int.init),
            grantedAt: grant.grantedAt?.text(in: zone))
        })
    }
  }

  static func grant(
    _ daemon: Daemon, _ input: Interface.GrantRole.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.GrantRole> {
    try await Desk.write(
      daemon, Interface.GrantRole.self, input, caller, language: input.language,
      reply: { (_: Done) in .init() }
    ) { context in
      try await context.office.grantRole(
        try role(input.role), to: input.user, partner: try Read.id(input.partner, "partner"),
        advocate: try Read.id(input.advocate, "advocate"), context.order)
    }
  }

  static func revoke(
    _ daemon: Daemon, _ input: Interface.RevokeRole.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.RevokeRole> {
    try await Desk.write(
      daemon, Interface.RevokeRole.self, input, caller, language: input.language,
      reply: { (_: Done) in .init() }
    ) { context in
      try await context.office.revokeRole(try role(input.role), from: input.user, context.order)
    }
  }

  private static func role(_ name: String) throws(OfficeError) -> Role {
    guard let role = Role(rawValue: name) else {
      throw .invalid("role", name, .oneOf(Role.allCases.map(\.rawValue)))
    }
    return role
  }
}
