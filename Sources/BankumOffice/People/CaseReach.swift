import BankumModel
import BankumStore

/// What of cases somebody sees: the house all of it; a partner those of its clients, without whoever is not its client,
/// without the registrar's decisions, and without links to files in which it has nobody.
struct CaseReach {
  private let clients: Set<Inmate.ID>?
  private let reading: Reading

  init(_ reading: Reading, _ scope: Scope) throws {
    self.reading = reading
    switch scope.reach {
    case .house: clients = nil
    case .gate: clients = []
    case .partner(let partner, _): clients = Set(try reading.ids(Filter<Inmate>.clients(of: partner)))
    }
  }

  /// The cases as far as they are seen.
  func seen(_ cases: [CaseFile]) throws -> [CaseFile] {
    guard let clients else { return cases }
    return try cases.compactMap { file in
      var shown = file
      shown.parties.removeAll { !clients.contains($0.inmate) }
      guard !shown.parties.isEmpty else { return nil }
      shown.relations = []
      shown.linkedFiles = try shown.linkedFiles.filter { link in
        try reading.required(link).parties.contains { clients.contains($0.inmate) }
      }
      return shown
    }
  }
}
