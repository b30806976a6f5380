package import BankumModel
import BankumStore

/// A detention order with whose it is.
package struct TermEntry: Sendable {
  /// The order.
  package let term: DetentionTerm
  /// Who is held by it.
  package let inmate: Inmate
  /// What is odd about it beside the law's table and his other orders.
  package let findings: [RegisterOutcome.Finding]
}

/// An order as somebody enters it.
package struct TermOrder: Sendable {
  /// The stage.
  package var stage: DetentionStage
  /// The law; nil: that of the case or of his former orders, else the new one.
  package var law: DetentionLaw?
  /// First order, extension or exception; nil: an extension if he has an order of the stage, else a first order.
  package var grant: DetentionGrant?
  /// The order's number.
  package var letter: String
  /// The first day.
  package var first: CivilDate
  /// The last lawful day.
  package var last: CivilDate
  /// The case, by id or number.
  package var caseFile: String?
  /// The order on file that it corrects.
  package var replaces: DetentionTerm.ID?

  /// Takes the fields as they are.
  package init(
    stage: DetentionStage, law: DetentionLaw?, grant: DetentionGrant?, letter: String, first: CivilDate,
    last: CivilDate, caseFile: String?, replaces: DetentionTerm.ID?
  ) {
    self.stage = stage
    self.law = law
    self.grant = grant
    self.letter = letter
    self.first = first
    self.last = last
    self.caseFile = caseFile
    self.replaces = replaces
  }
}

extension Office {
  /// Detention orders, those that end first before the others; a partner sees its clients'.
  /// - Parameters:
  ///   - endsBy: Only those that have not ended before today and end by this day.
  ///   - isOdd: Only those about which something is odd.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func listTerms(
    of text: String?, stage: DetentionStage?, endsBy: CivilDate?, isOdd: Bool = false, _ page: Page, _ scope: Scope,
    method: String
  ) async throws -> Listed<TermEntry> {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let people: [Inmate.ID: Inmate]
      let terms: [DetentionTerm]
      if let text {
        let inmate = try reading.inmate(resolving: text, in: scope)
        people = [inmate.id: inmate]
        terms = try reading.list(Filter<DetentionTerm>.of(inmate.id))
      } else {
        people = try reading.peopleHere(in: scope)
        terms = try reading.all(DetentionTerm.self).filter { people[$0.inmate] != nil }
          .sorted { ($0.last, $0.first, $0.id.text) < ($1.last, $1.first, $1.id.text) }
      }
      let wanted = terms.filter { term in
        (stage == nil || term.stage == stage)
          && (endsBy.map { term.last >= today && term.last <= $0 } ?? true)
      }
      let check = DetentionOrderCheck(try reading.rules())
      let ofInmate = Dictionary(grouping: terms, by: \.inmate)
      func entry(_ term: DetentionTerm) throws(StoreError) -> TermEntry? {
        guard let inmate = people[term.inmate] else { return nil }
        return try check.entry(term, beside: ofInmate[inmate.id] ?? [], of: inmate, reading)
      }
      let listed: Listed<TermEntry>
      if isOdd {
        listed = page.part(of: try wanted.compactMap(entry).filter { !$0.findings.isEmpty })
      } else {
        let part = page.part(of: wanted.filter { people[$0.inmate] != nil })
        listed = Listed(total: part.total, values: try part.values.compactMap(entry))
      }
      reading.touch(listed.values.map(\.inmate.id))
      return listed
    }
  }

  /// Enters a detention order. Its printed dates are the truth; what is odd about them beside the law's table is told,
  /// and the order is entered all the same.
  /// - Throws: `OfficeError`: `notFound`, `refused` if the order is on file; `invalid`; `StoreError`.
  package func addTerm(_ text: String, _ term: TermOrder, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    try await write(order) { transaction in
      let inmate = try transaction.inmate(resolving: text, in: order.scope)
      let file = try term.caseFile.map { try transaction.caseFile(resolving: $0, in: order.scope) }
      let others = try transaction.list(Filter<DetentionTerm>.of(inmate.id)).filter { $0.id != term.replaces }
      if let id = term.replaces, try transaction.find(id)?.inmate != inmate.id {
        throw OfficeError.notFound("term", id.text)
      }
      if let known = others.first(where: { $0.letter == term.letter && $0.first == term.first }) {
        throw OfficeError.refused(.people(.letterKnown(known.id)))
      }
      let earlier = others.filter { $0.first <= term.first }
      let isExtension = earlier.contains { $0.stage == term.stage && $0.caseFile == file?.id }
      let law = term.law ?? file?.law ?? earlier.max { $0.first < $1.first }?.law ?? .new
      let made = DetentionTerm(
        id: term.replaces ?? newID(), inmate: inmate.id, caseFile: file?.id, stage: term.stage, law: law,
        grant: term.grant ?? (isExtension ? .extension : .first), letter: term.letter, first: term.first,
        last: term.last)
      try transaction.put(made)
      transaction.audit(targets: [inmate.id.text, made.id.text])
      let findings = DetentionOrderCheck(try transaction.rules()).findings(made, beside: others, of: inmate, in: file)
      return RegisterOutcome(made.id, findings: findings.map { .term($0) })
    }
  }
}

extension Reading {
  /// The people who are here and within reach, by id.
  func peopleHere(in scope: Scope) throws -> [Inmate.ID: Inmate] {
    let filter: Filter<Inmate>
    switch scope.reach {
    case .house: filter = .plannable
    case .partner(let partner, _): filter = .clients(of: partner)
    case .gate: return [:]
    }
    return Dictionary(try list(filter).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
