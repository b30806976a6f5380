package import BankumModel
import BankumStore

extension Office {
  /// Enters somebody new.
  /// - Parameter again: whether it is known that he is not one of those who look like him.
  /// - Throws: `OfficeError`: `refused` if his number is taken or somebody may be the same person; `invalid`;
  ///   `StoreError`.
  package func addInmate(
    _ edit: InmateEdit, number: RegisterNumber, block: String?, cell: String?, again: Bool,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    try Self.checkArrived(edit, today)
    return try await write(order) { transaction in
      try Self.checkFree(number, nil, transaction)
      let entered = edit.enteredOn ?? today
      let blank = Inmate(
        id: newID(), name: "", registerEntries: [RegisterEntry(number: number, days: OpenDateRange(entered))],
        enteredOn: entered)
      var inmate = try edit.applied(to: blank) { try transaction.programme(resolving: $0) }
      inmate.block = try block.map { try transaction.block(resolving: $0).id }
      inmate.cell = cell
      let alike = try transaction.inmates(named: NameKey(inmate.name)).filter { Self.areAlike($0, inmate) }
      guard again || alike.isEmpty else {
        throw OfficeError.refused(.people(.perhapsKnown(alike.map(\.id).sorted { $0.text < $1.text })))
      }
      try transaction.put(inmate)
      transaction.audit(targets: [inmate.id.text])
      return RegisterOutcome(inmate.id)
    }
  }

  /// Nobody is here before he comes: he would be planned for, and could not leave.
  private static func checkArrived(_ edit: InmateEdit, _ today: CivilDate) throws(OfficeError) {
    guard let day = edit.enteredOn, day > today else { return }
    throw OfficeError.invalid("enteredOn", day.text, .dayUntil(today))
  }

  /// Two of one name whose papers do not tell them apart.
  private static func areAlike(_ one: Inmate, _ other: Inmate) -> Bool {
    if let first = one.birthDate, let second = other.birthDate { return first == second }
    if let first = one.serialNumber, let second = other.serialNumber { return first == second }
    return true
  }

  /// A number in a book is one person's.
  private static func checkFree(_ number: RegisterNumber, _ own: Inmate.ID?, _ transaction: Transaction) throws {
    let holders = try transaction.inmates(numbered: number).filter { $0.id != own && $0.registerNumber == number }
    if let holder = holders.first { throw OfficeError.refused(.people(.numberTaken(holder.id))) }
  }

  /// Changes fields of a record.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func setInmate(_ text: String, _ edit: InmateEdit, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    guard edit != InmateEdit() else { throw OfficeError.invalid("inmate", text, .somethingToChange) }
    try Self.checkArrived(edit, clock.today)
    return try await changeInmate(text, order) { inmate, transaction in
      inmate = try edit.applied(to: inmate) { try transaction.programme(resolving: $0) }
      return RegisterOutcome(inmate.id)
    }
  }

  /// Moves somebody within the house.
  /// - Throws: `OfficeError`: `notFound`, `refused` if he has left; `StoreError`.
  package func moveInmate(
    _ text: String, to block: String, cell: String?, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    try await changeInmate(text, order) { inmate, transaction in
      inmate.block = try transaction.block(resolving: block).id
      inmate.cell = cell
      return RegisterOutcome(inmate.id)
    }
  }

  /// Gives somebody the number of his next stage; the former one ends on the day before.
  /// - Throws: `OfficeError`: `notFound`, `refused`, `invalid`; `StoreError`.
  package func renumberInmate(
    _ text: String, to number: RegisterNumber, on day: CivilDate?, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    return try await changeInmate(text, order) { inmate, transaction in
      let earliest = inmate.registerEntries.last?.days.first ?? inmate.enteredOn
      let day = day ?? today
      guard day >= earliest, day <= today else {
        throw OfficeError.invalid("on", day.text, .dayBetween(earliest, today))
      }
      try Self.checkFree(number, inmate.id, transaction)
      inmate.renumber(to: number, on: day)
      return RegisterOutcome(inmate.id)
    }
  }

  /// Says that somebody has left for good; see `depart`.
  /// - Throws: `OfficeError`: `notFound`, `refused`, `invalid`; `StoreError`.
  package func departInmate(
    _ text: String, _ how: Departure, on day: CivilDate?, _ order: WriteOrder<DepartureReport>
  ) async throws -> DepartureReport {
    let today = clock.today
    return try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      let report = try depart(inmate, how, on: day ?? today, transaction)
      transaction.audit(targets: [inmate.id.text] + report.requests.map(\.text) + report.sessions.map(\.text))
      return report
    }
  }

  /// Says that somebody has not left after all; see `reinstate`.
  /// - Throws: `OfficeError`: `notFound`, `refused`; `StoreError`.
  package func reinstateInmate(_ text: String, _ order: WriteOrder<RegisterOutcome>) async throws -> RegisterOutcome {
    try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      let requests = try reinstate(inmate, transaction)
      transaction.audit(targets: [inmate.id.text] + requests.map(\.text))
      return RegisterOutcome(inmate.id)
    }
  }

  /// Changes the record of somebody who is here.
  private func changeInmate(
    _ text: String, _ order: WriteOrder<RegisterOutcome>,
    _ change: @escaping @Sendable (inout Inmate, Transaction) throws -> RegisterOutcome
  ) async throws -> RegisterOutcome {
    try await write(order) { transaction in
      var inmate = try transaction.inmate(resolving: text, in: order.scope)
      guard inmate.presence.isPlannable else { throw OfficeError.refused(.people(.hasLeft(inmate.presence))) }
      let answer = try change(&inmate, transaction)
      try transaction.put(inmate)
      transaction.audit(targets: [inmate.id.text])
      return answer
    }
  }
}
