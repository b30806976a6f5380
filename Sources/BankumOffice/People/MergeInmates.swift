import BankumModel
import BankumStore

extension Office {
  /// Makes one record of two that are truly one person: everything of the second goes to the first, with the history of
  /// both, and the second is gone. The audit log keeps both ids.
  ///
  /// What the first does not know is taken from the second. Refused if serial number, date of birth or sex say that they
  /// are two people, and if both have meetings at the same time.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused`; `StoreError`.
  package func mergeInmates(_ keep: String, _ other: String, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    try await write(order) { transaction in
      let first = try transaction.inmate(resolving: keep, in: order.scope)
      let second = try transaction.inmate(resolving: other, "other", in: order.scope)
      guard first.id != second.id else { throw OfficeError.invalid("other", other, .described("somebody else")) }
      try Self.checkOnePerson(first, second)
      try Self.checkMeetings(first, second, transaction)
      try Merge(from: second.id, to: first.id, transaction).moveAll()
      try transaction.remove(second.id)
      try transaction.put(Self.joined(first, second))
      transaction.audit(targets: [first.id.text, second.id.text])
      return RegisterOutcome(first.id)
    }
  }

  private static func checkOnePerson(_ first: Inmate, _ second: Inmate) throws(OfficeError) {
    func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
      guard let one, let other else { return false }
      return one != other
    }
    if differ(first.serialNumber, second.serialNumber) { throw .refused(.people(.notOnePerson("serialNumber"))) }
    if differ(first.birthDate, second.birthDate) { throw .refused(.people(.notOnePerson("birthDate"))) }
    if first.sex != second.sex { throw .refused(.people(.notOnePerson("sex"))) }
  }

  private static func checkMeetings(_ first: Inmate, _ second: Inmate, _ transaction: Transaction) throws {
    let always = DateRange(.earliest, .latest) ?? DateRange(.earliest)
    let own = try transaction.list(Filter<Session>.inmate(first.id, always)).filter(\.state.isPlanned)
    for session in try transaction.list(Filter<Session>.inmate(second.id, always)) where session.state.isPlanned {
      if own.contains(where: { $0.overlaps(session) }) {
        throw OfficeError.refused(.people(.meetingsOverlap(session.id)))
      }
    }
  }

  private static func joined(_ first: Inmate, _ second: Inmate) -> Inmate {
    var joined = first
    var known = Set(([first.name] + first.aliases).map { NameKey($0) })
    for name in [second.name] + second.aliases where known.insert(NameKey(name)).inserted {
      joined.aliases.append(name)
    }
    var entries: [RegisterEntry] = []
    for entry in (first.registerEntries + second.registerEntries).sorted(by: { $0.days.first < $1.days.first })
    where !entries.contains(where: { $0.number == entry.number }) {
      entries.append(entry)
    }
    for index in entries.indices.dropLast() where entries[index].days.last == nil {
      let next = entries[index + 1].days.first.adding(days: -1)
      entries[index].days.last = max(entries[index].days.first, next)
    }
    joined.registerEntries = entries
    joined.serialNumber = first.serialNumber ?? second.serialNumber
    joined.birthDate = first.birthDate ?? second.birthDate
    if first.residence == .unknown { joined.residence = second.residence }
    joined.enteredOn = min(first.enteredOn, second.enteredOn)
    joined.sentenceEndsOn = first.sentenceEndsOn ?? second.sentenceEndsOn
    joined.needs.formUnion(second.needs)
    joined.training.formUnion(second.training)
    joined.languages += second.languages.filter { !first.languages.contains($0) }
    if first.presence != .present, second.presence == .present {
      joined.presence = .present
      joined.departedOn = nil
      joined.block = second.block
      joined.cell = second.cell
    } else if first.block == nil {
      joined.block = second.block
      joined.cell = second.cell
    }
    return joined
  }
}

/// Moves what refers to one record to another.
private struct Merge {
  private let from: Inmate.ID
  private let to: Inmate.ID
  private let transaction: Transaction

  init(from: Inmate.ID, to: Inmate.ID, _ transaction: Transaction) {
    self.from = from
    self.to = to
    self.transaction = transaction
  }

  func moveAll() throws {
    try each(Filter<DetentionTerm>.of(from)) { $0.inmate = to }
    try each(Filter<Hearing>.of(from, from: .earliest)) { $0.inmate = to }
    try each(Filter<Absence>.of(from)) { $0.inmate = to }
    try each(Filter<Mandate>.of(from)) { $0.inmate = to }
    try each(Filter<Request>.of(from)) { $0.inmate = to }
    let always = DateRange(.earliest, .latest) ?? DateRange(.earliest)
    try each(Filter<Session>.inmate(from, always)) { $0.inmate = to }
    try each(Filter<EducationEvent>.between(always)) { event in
      if event.participants.remove(from) != nil { event.participants.insert(to) }
      if event.attended.remove(from) != nil { event.attended.insert(to) }
    }
    try moveCases()
    try moveOrders()
    try moveConflicts()
    for var entry in try transaction.all(ReviewEntry.self)
    where entry.inmate == from || entry.candidates.contains(from) {
      if entry.inmate == from { entry.inmate = to }
      let others = entry.candidates.filter { $0 != from && $0 != to }
      if others.count < entry.candidates.count { entry.candidates = others + [to] }
      try transaction.put(entry)
    }
  }

  private func each<Value: Stored>(_ filter: Filter<Value>, _ change: (inout Value) -> Void) throws {
    for value in try transaction.list(filter) {
      var changed = value
      change(&changed)
      if changed != value { try transaction.put(changed) }
    }
  }

  private func moveCases() throws {
    // All of them: a decision about him may stand in a linked file in which he is no party.
    for before in try transaction.all(CaseFile.self) {
      var file = before
      // In one case twice: what the record that stays says of his role stands.
      if file.role(of: to) != nil {
        file.parties.removeAll { $0.inmate == from }
      } else if let index = file.parties.firstIndex(where: { $0.inmate == from }) {
        file.parties[index].inmate = to
      }
      file.relations = file.relations.compactMap { relation in
        guard let other = relation.pair.partner(of: from) else { return relation }
        guard let pair = InmatePair(to, other) else { return nil }
        return PartyRelation(pair: pair, kind: relation.kind, reason: relation.reason, decidedOn: relation.decidedOn)
      }
      if file != before { try transaction.put(file) }
    }
  }

  private func moveOrders() throws {
    for var order in try transaction.list(Filter<KeepApart>.of(from)) {
      guard let other = order.pair.partner(of: from), let pair = InmatePair(to, other) else {
        try transaction.remove(order.id)
        continue
      }
      order.pair = pair
      try transaction.put(order)
    }
  }

  private func moveConflicts() throws {
    let reported = try transaction.list(Filter<ReportedConflict>.of(from))
    let overrides = try transaction.list(Filter<ConflictOverride>.of(from))
    let known = Set(try transaction.list(Filter<ConflictOverride>.of(to)).map(\.partner))
    try transaction.removeConflicts(of: from)
    for conflict in reported { try transaction.put(ReportedConflict(inmate: to, partner: conflict.partner)) }
    for var decision in overrides where !known.contains(decision.partner) {
      decision.inmate = to
      try transaction.put(decision)
    }
  }
}
