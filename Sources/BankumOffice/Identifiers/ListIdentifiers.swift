import BankumModel
import BankumStore

extension Office {
  /// As many ids as a shell shows at once.
  package static let mostIdentifiers = 1_000

  /// The ids of a kind that begin so and that somebody may see, for a shell to complete: an id tells nothing of whom it
  /// means, so nothing goes into the audit log.
  ///
  /// Of a partner's people: what it holds or serves. At the gate: blocks and rooms.
  /// - Throws: `StoreError`.
  package func identifiers(
    of kind: IdentifiedKind, beginning: String, _ scope: Scope
  ) async throws -> [String] {
    let today = clock.today
    return try await register.readUnaudited { reading in
      let found: [String]
      switch scope.reach {
      case .house: found = try Self.all(kind, today, reading)
      case .partner(let partner, _): found = try Self.own(kind, partner, today, reading)
      case .gate: found = [.block, .room].contains(kind) ? try Self.all(kind, today, reading) : []
      }
      return Array(found.lazy.filter { $0.hasPrefix(beginning) }.prefix(Self.mostIdentifiers))
    }
  }

  private static func all(_ kind: IdentifiedKind, _ today: CivilDate, _ reading: Reading) throws -> [String] {
    switch kind {
    case .inmate: try reading.ids(Filter<Inmate>.plannable).map(\.text)
    case .request: try reading.ids(Filter<Request>.open).map(\.text)
    case .session:
      try reading.ids(Filter<Session>.published).map(\.text)
        + reading.ids(Filter<Session>.over(since: today.adding(days: -14))).map(\.text)
    case .partner: try reading.ids(of: Partner.self).map(\.text)
    case .advocate: try reading.ids(of: Advocate.self).map(\.text)
    case .availability: try reading.ids(of: Availability.self).map(\.text)
    case .room: try reading.ids(of: Room.self).map(\.text)
    case .block: try reading.ids(of: Block.self).map(\.text)
    case .caseFile: try reading.ids(of: CaseFile.self).map(\.text)
    case .mandate: try reading.ids(of: Mandate.self).map(\.text)
    case .hearing: try reading.ids(Filter<Hearing>.coming(from: today)).map(\.text)
    case .term: try reading.ids(of: DetentionTerm.self).map(\.text)
    case .absence: try reading.ids(of: Absence.self).map(\.text)
    case .keepApart: try reading.ids(of: KeepApart.self).map(\.text)
    case .training: try reading.ids(of: TrainingProgramme.self).map(\.text)
    case .education: try reading.ids(of: EducationEvent.self).map(\.text)
    case .notice: try reading.ids(Filter<Notice>.open).map(\.text)
    case .review: try reading.ids(Filter<ReviewEntry>.open).map(\.text)
    case .run: try reading.ids(of: Run.self).map(\.text)
    }
  }

  private static func own(
    _ kind: IdentifiedKind, _ partner: Partner.ID, _ today: CivilDate, _ reading: Reading
  ) throws -> [String] {
    switch kind {
    case .inmate: try reading.ids(Filter<Inmate>.clients(of: partner)).map(\.text)
    case .request: try reading.ids(Filter<Request>.openHeld(by: partner)).map(\.text)
    case .session:
      try reading.ids(Filter<Session>.partner(partner, since: today.adding(days: -14))).map(\.text)
    case .partner: [partner.text]
    case .advocate: try reading.ids(Filter<Advocate>.of(partner)).map(\.text)
    case .availability: try reading.ids(Filter<Availability>.of(partner)).map(\.text)
    case .room, .block: try all(kind, today, reading)
    case .mandate: try reading.ids(Filter<Mandate>.of(partner)).map(\.text)
    case .hearing: try reading.ids(Filter<Hearing>.clients(of: partner, from: today)).map(\.text)
    case .education: try reading.ids(Filter<EducationEvent>.of(partner)).map(\.text)
    case .notice: try reading.ids(Filter<Notice>.open(of: partner)).map(\.text)
    case .caseFile, .term, .absence, .keepApart, .training, .review, .run: []
    }
  }
}
