package import BankumModel
import BankumStore

/// A case with the people in it.
package struct CaseEntry: Sendable {
  /// The case, as far as the reader sees it.
  package let file: CaseFile
  /// Its parties by id.
  package let people: [Inmate.ID: Inmate]
  /// Whose interests are against whose in it and its linked files; empty for a partner.
  package let adversePairs: [InmatePair]
}

extension Office {
  /// The cases, by number; a partner sees those of its clients, without anybody else in them.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func listCases(
    of text: String?, search: String?, _ page: Page, _ scope: Scope, method: String
  ) async throws -> Listed<CaseEntry> {
    try await register.read(as: scope.call(method)) { reading in
      var files: [CaseFile]
      if let text {
        files = try reading.list(Filter<CaseFile>.of(try reading.inmate(resolving: text, in: scope).id))
      } else {
        files = try reading.all()
      }
      files = try CaseReach(reading, scope).seen(files)
      if let search {
        let wanted = search.lowercased()
        files.removeAll {
          !($0.number ?? "").lowercased().contains(wanted) && !$0.id.text.lowercased().contains(wanted)
        }
      }
      files.sort { ($0.number ?? "", $0.id.text) < ($1.number ?? "", $1.id.text) }
      let listed = try page.part(of: files) { file in
        CaseEntry(file: file, people: try reading.people(of: [file]), adversePairs: [])
      }
      reading.touch(listed.values.flatMap { $0.file.parties.map(\.inmate) })
      return listed
    }
  }

  /// One case with what was decided about its people.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func showCase(_ text: String, _ scope: Scope, method: String) async throws -> CaseEntry {
    try await register.read(as: scope.call(method)) { reading in
      let file = try reading.caseFile(resolving: text, in: scope)
      var pairs: [InmatePair] = []
      var linked = [file]
      if scope.reach == .house {
        linked = try reading.linkedFiles(of: file)
        pairs = ConflictWall(cases: linked, representations: []).adversePairs.sorted {
          ($0.one.text, $0.other.text) < ($1.one.text, $1.other.text)
        }
      }
      let people = try reading.people(of: linked)
      reading.touch(people.keys)
      return CaseEntry(file: file, people: people, adversePairs: pairs)
    }
  }

  /// Decides about two people of a case: one defence for both, or against each other. The last decision stands; it needs
  /// a reason, which no partner ever sees.
  /// - Throws: `OfficeError`: `notFound`, `refused` if they are not both in it; `invalid`; `StoreError`.
  package func linkParties(
    in text: String, _ one: String, _ other: String, as kind: PartyRelationKind, reason: String,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    return try await write(order) { transaction in
      var file = try transaction.caseFile(resolving: text, in: order.scope)
      let first = try transaction.inmate(resolving: one, "one", in: order.scope)
      let second = try transaction.inmate(resolving: other, "other", in: order.scope)
      guard let pair = InmatePair(first.id, second.id) else {
        throw OfficeError.invalid("other", other, .described("somebody else"))
      }
      let parties = Set(try transaction.linkedFiles(of: file).flatMap(\.parties).map(\.inmate))
      guard parties.contains(first.id), parties.contains(second.id) else {
        throw OfficeError.refused(.people(.notInCase))
      }
      file.relations.append(PartyRelation(pair: pair, kind: kind, reason: reason, decidedOn: today))
      try transaction.put(file)
      transaction.audit(targets: [file.id.text, first.id.text, second.id.text])
      return RegisterOutcome(file.id)
    }
  }

  /// Says that two files are of one matter (*splitsing*): the wall looks at all of them together.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func linkCases(_ text: String, _ other: String, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    try await write(order) { transaction in
      var file = try transaction.caseFile(resolving: text, in: order.scope)
      let linked = try transaction.caseFile(resolving: other, "other", in: order.scope)
      file.linkedFiles.insert(linked.id)
      try transaction.put(file)
      transaction.audit(targets: [file.id.text, linked.id.text])
      return RegisterOutcome(file.id)
    }
  }
}

extension Reading {
  /// The parties of cases by id.
  func people(of files: [CaseFile]) throws -> [Inmate.ID: Inmate] {
    var people: [Inmate.ID: Inmate] = [:]
    for party in files.flatMap(\.parties) where people[party.inmate] == nil {
      people[party.inmate] = try required(party.inmate)
    }
    return people
  }

  /// A case with all files that are linked to it, in whatever direction.
  func linkedFiles(of file: CaseFile) throws -> [CaseFile] {
    let all = try all(CaseFile.self)
    var found: Set<CaseFile.ID> = [file.id]
    var grows = true
    while grows {
      let size = found.count
      for other in all {
        if found.contains(other.id) { found.formUnion(other.linkedFiles) }
        if !other.linkedFiles.isDisjoint(with: found) { found.insert(other.id) }
      }
      grows = found.count > size
    }
    return all.filter { found.contains($0.id) }
  }
}
