package import BankumModel
import BankumStore

extension Office {
  /// The inmate whom a text names: by id, or by register number of somebody within the caller's reach.
  /// - Throws: `OfficeError`: `invalid` for a text that is neither, `notFound` for nobody; `StoreError`.
  package func knownInmate(_ text: String, _ scope: Scope) async throws -> Inmate.ID {
    if let id = try? Inmate.ID(parsing: text) { return id }
    guard let number = try? RegisterNumber(parsing: text) else {
      throw OfficeError.invalid("inmate", text, .unknownInmate)
    }
    let found = try await register.readUnaudited { reading in
      try reading.inmates(numbered: number).filter { try Self.isSeen($0.id, scope, reading) }
    }
    guard let inmate = found.first else { throw OfficeError.notFound("inmate", text) }
    guard found.count == 1 else { throw OfficeError.invalid("inmate", text, .severalMeant) }
    return inmate.id
  }
}
