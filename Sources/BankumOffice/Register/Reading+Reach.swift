import BankumModel
import BankumStore

extension Reading {
  /// Everybody whom a text means, an id, a register number or a *nomor induk*, as far as somebody sees.
  ///
  /// A number means whoever has it now; only if nobody does, those who had it.
  func inmates(resolving text: String, in scope: Scope) throws -> [Inmate] {
    var found: [Inmate]
    if let id = try? Inmate.ID(parsing: text) {
      found = try find(id).map { [$0] } ?? []
    } else if let number = try? RegisterNumber(parsing: text) {
      found = try inmates(numbered: number)
      let holders = found.filter { $0.registerNumber == number && $0.presence.isPlannable }
      if !holders.isEmpty { found = holders }
    } else {
      found = try inmates(serialNumber: text)
    }
    switch scope.reach {
    case .house: return found
    case .gate: return []
    case .partner(let partner, _):
      guard !found.isEmpty else { return [] }
      let clients = Set(try ids(Filter<Inmate>.clients(of: partner)))
      return found.filter { clients.contains($0.id) }
    }
  }

  /// The one whom a text means, noted for the audit log.
  /// - Throws: `OfficeError.notFound` if nobody is meant within reach; `invalid` with the candidates if several are.
  func inmate(resolving text: String, _ place: String = "inmate", in scope: Scope) throws -> Inmate {
    let found = try inmates(resolving: text, in: scope)
    guard let first = found.first else { throw OfficeError.notFound("inmate", text) }
    guard found.count == 1 else { throw OfficeError.invalid(place, text, .oneOfThese(found.map(\.id))) }
    touch([first.id])
    return first
  }

  /// The thing with this id for somebody who sees the whole house.
  func thing<Value: Stored & Entity>(_ id: Identifier<Value>, _ kind: String) throws -> Value {
    guard let found = try find(id) else { throw OfficeError.notFound(kind, id.text) }
    return found
  }
}
