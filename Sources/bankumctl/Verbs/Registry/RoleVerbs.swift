import BankumAPI
import BankumClient
import BankumWords

/// `role list`, `role grant`, `role revoke`.
enum RoleVerbs {
  private static let roles = ["ops", "registrar", "runner", "advocate", "coordinator", "guard", "auditor", "officer"]
  private static let userAndRole = [
    VerbDescription.Argument("USER"), VerbDescription.Argument("ROLE", candidates: roles),
  ]

  static let all = [list, grant, revoke]

  static let list = VerbDescription(
    "role list", options: [ListFormat.option], summary: .helpRoleListSummary, help: .helpRoleList
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(RegistryInterface.ListRoles.self, RegistryInterface.ListRoles.Input())
    let fields: KeyValuePairs<String, (RoleGrant) -> String?> = [
      "uid": { "\($0.uid)" }, "user": { $0.user }, "role": { $0.role }, "partner": { $0.partner },
      "advocate": { $0.advocate }, "grantedBy": { $0.grantedBy.map { "\($0)" } }, "grantedAt": { $0.grantedAt },
    ]
    invocation.list(reply.value.grants, reply.json, fields: fields) { show(reply.value.grants, invocation) }
    return .done
  }

  static let grant = VerbDescription(
    "role grant",
    options: [
      VerbDescription.Option("--partner", value: .id(.partner)),
      VerbDescription.Option("--advocate", value: .id(.advocate)),
    ], arguments: userAndRole, summary: .helpRoleGrantSummary, help: .helpRoleGrant
  ) { (invocation) throws(Complaint) in
    let (user, role) = (invocation.arguments[0], invocation.arguments[1])
    let reply = try invocation.write(
      RegistryInterface.GrantRole.self,
      RegistryInterface.GrantRole.Input(
        user: user, role: role, partner: invocation.options["--partner"], advocate: invocation.options["--advocate"],
        language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.roleGranted(role: role, user: user))
    }
    return .done
  }

  static let revoke = VerbDescription(
    "role revoke", arguments: userAndRole, summary: .helpRoleRevokeSummary, help: .helpRoleRevoke
  ) { (invocation) throws(Complaint) in
    let (user, role) = (invocation.arguments[0], invocation.arguments[1])
    let reply = try invocation.write(
      RegistryInterface.RevokeRole.self,
      RegistryInterface.RevokeRole.Input(user: user, role: role, language: invocation.language.rawValue))
    if invocation.output.isJSON {
      invocation.output.json(reply.json)
    } else {
      invocation.say(.roleRevoked(role: role, user: user))
    }
    return .done
  }

  private static func show(_ grants: [RoleGrant], _ invocation: Invocation) {
    let language = invocation.language
    var table = TextTable(
      columns: [Message.roleColumnUser, .roleColumnRole, .roleColumnOf, .roleColumnGranted].map {
        TextTable.Column($0.text(in: language))
      })
    for grant in grants {
      let user = grant.user.map { "\($0) (\(grant.uid))" } ?? "\(grant.uid)"
      let granted = grant.grantedAt.map { "\($0.prefix(10))" } ?? Message.roleAtStart.text(in: language)
      table.append([
        TextTable.Cell(user), TextTable.Cell(grant.role), TextTable.Cell(grant.advocate ?? grant.partner ?? ""),
        TextTable.Cell(granted),
      ])
    }
    invocation.output.table(table)
  }
}
