import BankumExchange
package import BankumModel
import BankumStore
import JSON

extension Office {
  /// Decides a review. A line that waited is applied, if that is the decision.
  /// - Parameters:
  ///   - inmate: for `same`: which of the candidates; may be left out if there is one only.
  ///   - day: for somebody who has left: his last day here; nil for today.
  /// - Returns: whom it was about; nil for a line that was dismissed.
  /// - Throws: `OfficeError.notFound`, `.invalid`; `.refused` if it was decided already; `StoreError`.
  package func resolveReview(
    _ id: Identifier<ReviewEntry>, _ decision: ReviewDecision, as inmate: Inmate.ID?, on day: CivilDate? = nil,
    _ order: WriteOrder<ReviewOutcome>
  ) async throws -> ReviewOutcome {
    let now = clock.civilNow
    return try await write(order) { transaction in
      guard var entry = try transaction.find(id), let kind = ReviewKind(rawValue: entry.kind) else {
        throw OfficeError.notFound("review", id.text)
      }
      guard entry.isOpen else { throw OfficeError.refused(.imports(.decided)) }
      guard kind.decisions.contains(decision) else {
        throw OfficeError.invalid("decision", decision.code, .oneOf(kind.decisions.map(\.code)))
      }
      let whom = try Self.whom(entry, decision, inmate)
      if decision.departure == nil, let day { throw OfficeError.invalid("on", day.text, .absent) }
      var outcome = ReviewOutcome(inmate: whom ?? entry.inmate)
      switch decision {
      case .same, .new: outcome.inmate = try apply(entry, to: whom, transaction, now)
      case .here:
        if kind == .returned {
          if let whom { try comeBack(entry, whom, transaction) }
          outcome.inmate = try apply(entry, to: whom, transaction, now)
        } else {
          try stay(entry.inmate, transaction)
        }
      case .released, .transferred, .deceased:
        if let id = entry.inmate, let departure = decision.departure {
          _ = try depart(try transaction.get(id), departure, on: day ?? now.date, transaction)
        }
      case .dismiss, .noted, .agree: break
      }
      if kind == .override {
        try settleOverride(entry, isAgreed: decision == .agree, by: order.scope, transaction)
      }
      entry.resolution = decision.code
      entry.resolvedBy = order.scope.uid
      try transaction.put(entry)
      transaction.audit(targets: [id.text] + [outcome.inmate?.text].compactMap { $0 })
      return outcome
    }
  }

  /// Which of the candidates is meant.
  private static func whom(
    _ entry: ReviewEntry, _ decision: ReviewDecision, _ inmate: Inmate.ID?
  ) throws(OfficeError) -> Inmate.ID? {
    guard decision == .same || decision == .here && entry.inmate == nil else {
      if let inmate { throw .invalid("inmate", inmate.text, .absent) }
      return nil
    }
    guard let inmate = inmate ?? (entry.candidates.count == 1 ? entry.candidates.first : nil) else {
      throw .invalid("inmate", nil, .candidate)
    }
    guard entry.candidates.contains(inmate) else { throw .invalid("inmate", inmate.text, .candidate) }
    return inmate
  }

  /// Applies the line that waited, to somebody or as somebody new.
  private func apply(
    _ entry: ReviewEntry, to inmate: Inmate.ID?, _ transaction: Transaction, _ now: CivilTime
  ) throws -> Inmate.ID {
    guard let row = ReviewDetails(entry.details).row else { throw StoreError(.corrupted, "a review without its line") }
    var workspace = try ImportWorkspace(
      transaction, for: [.inmates], now: now, newBits: { newID(Inmate.self).bits })
    workspace.file = (0, "row")
    let reading = ImportReader.read(row, as: InmateDraft.self)
    workspace.note(reading.problems)
    guard let draft = reading.rows.first else { throw OfficeError.invalid(workspace.problems.inOrder) }
    let before = inmate.flatMap { workspace.inmates[$0] }
    let person = before.map { workspace.updated($0, draft) } ?? workspace.newcomer(draft)
    let others = workspace.inmates.known.values.filter { other in
      other.id != person.id
        && (other.registerEntries.contains { $0.number == draft.number }
          || other.serialNumber != nil && other.serialNumber == person.serialNumber)
    }
    if let holder = others.min(by: { $0.id.bits < $1.id.bits }) {
      throw OfficeError.invalid("inmate", inmate?.text, .numberOfNobodyElse(holder.id))
    }
    workspace.note(person, draft.places)
    guard workspace.problems.isEmpty else { throw OfficeError.invalid(workspace.problems.inOrder) }
    try transaction.put(person)
    return person.id
  }

  /// He is here again. If he came on the day that the register knew, he never left: what ended with that waits again.
  private func comeBack(_ entry: ReviewEntry, _ id: Inmate.ID, _ transaction: Transaction) throws {
    var inmate = try transaction.get(id)
    guard !inmate.presence.isPlannable else { return }
    let row = ReviewDetails(entry.details).row.flatMap { ImportReader.read($0, as: InmateDraft.self).rows.first }
    if let row, row.enteredOn <= inmate.enteredOn {
      try reinstate(inmate, transaction)
    } else {
      inmate.presence = .present
      inmate.departedOn = nil
      try transaction.put(inmate)
    }
  }

  /// He is here.
  private func stay(_ id: Inmate.ID?, _ transaction: Transaction) throws(StoreError) {
    guard let id else { return }
    var inmate = try transaction.get(id)
    guard inmate.presence == .missing else { return }
    inmate.presence = .present
    try transaction.put(inmate)
  }
}

/// What a decision did.
package struct ReviewOutcome: Sendable, Equatable {
  /// Whom it was about; nil for a line that was dismissed.
  package var inmate: Inmate.ID?

  init(inmate: Inmate.ID?) {
    self.inmate = inmate
  }
}
