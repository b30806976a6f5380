import BankumExchange
import BankumModel
import BankumStore
import JSON

extension Office {
  /// Brings files into the register, all of them in one transaction, or nothing of any.
  ///
  /// The files are joined in the order in which each finds what it refers to. A thing that the register knows, by its id
  /// or by what names it, is brought up to date; what a file does not say stays.
  /// - Parameters:
  ///   - scope: who is expected in the population file; whoever is not in it becomes missing, never released.
  ///   - departures: how many of them the caller has seen in a dry run.
  /// - Throws: `OfficeError.invalid` with every problem of every file and its place `FILE:LINE:COLUMN`;
  ///   `OfficeError.refused` for departures that are not confirmed; `StoreError`.
  package func importFiles(
    _ files: [ImportFile], isDryRun: Bool, scope: ImportScope = .delta, departures: Int? = nil,
    _ order: WriteOrder<ImportReport>
  ) async throws -> ImportReport {
    let twice = Dictionary(grouping: files, by: \.kind).filter { $0.value.count > 1 }
    if let kind = twice.keys.first { throw OfficeError.invalid("files", kind.code, .oneOfEachKind) }
    if scope != .delta, !files.contains(where: { $0.kind == .inmates }) {
      throw OfficeError.invalid("scope", scope.text, .populationFile)
    }
    if scope == .delta, let departures { throw OfficeError.invalid("departures", "\(departures)", .absent) }
    let now = clock.civilNow
    // What can be had without the register is made before the transaction; afterwards only the population file's text is
    // needed once more, for the review.
    let kinds = files.map(\.kind)
    let digest = Digest.sha256(parts: files.lazy.map(\.bytes))
    let population = files.first { $0.kind == .inmates }
    let parsed = await importParser.parse(files)
    return try await write(order) { transaction in
      let rules = try ImportRules(transaction.rules(), on: now.date)
      var workspace = try ImportWorkspace(
        transaction, for: Set(kinds), now: now, newBits: { newID(Inmate.self).bits })
      for kind in ImportKind.loadOrder {
        guard let (index, file) = parsed.take(kind) else { continue }
        try workspace.join(file, index, scope)
      }
      guard workspace.problems.isEmpty else { throw OfficeError.invalid(workspace.problems.inOrder) }
      let needsConfirmation = try Self.confirm(workspace, rules, departures, isDryRun: isDryRun)
      if isDryRun { transaction.discardAtEnd() }
      let lines = ImportKind.loadOrder.filter(kinds.contains).map { workspace.line($0) }
      let number = try transaction.put(
        ImportBatch(
          kind: kinds.count == 1 ? kinds[0].code : "house", scope: scope == .delta ? nil : scope.text,
          madeAt: transaction.now, madeBy: order.scope.uid, fileDigest: digest,
          counts: .array(lines.map(\.json))))
      try workspace.write(to: transaction, batch: number)
      try tellPartners(workspace, transaction, batch: number)
      let reviews = try review(population, &workspace, rules, transaction, batch: number)
      transaction.touchAll(Inmate.self)
      transaction.audit(targets: lines.map { "import-\(number)-\($0.kind.code)" })
      return ImportReport(
        number: isDryRun ? nil : number, lines: lines,
        departed: try workspace.departures.map { try Self.person($0, transaction) },
        needsConfirmation: needsConfirmation, reviews: reviews,
        oddTerms: workspace.oddTerms(DetentionOrderCheck(try transaction.rules())))
    }
  }

  /// Whether the number of departures has to be confirmed; a real import without that is refused.
  private static func confirm(
    _ workspace: ImportWorkspace, _ rules: ImportRules, _ confirmed: Int?, isDryRun: Bool
  ) throws(OfficeError) -> Bool {
    let count = workspace.departures.count
    let isUnusual = rules.isUnusual(count, of: workspace.expected)
    if isDryRun { return isUnusual && confirmed != count }
    if confirmed.map({ $0 != count }) ?? isUnusual {
      throw .refused(.imports(.departures(count, of: workspace.expected)))
    }
    return false
  }

  /// Partners hear of their meetings that are called off, because another one has served the request.
  private func tellPartners(_ workspace: ImportWorkspace, _ transaction: Transaction, batch: Int64) throws(StoreError) {
    for session in workspace.sessions.changes where session.state == .cancelled {
      try transaction.put(notice(.cancelled, session, nil, transaction), before: nil, in: batch)
    }
  }

  /// Puts into the review what the registrar has to look at, and closes what the list has answered.
  private func review(
    _ file: ImportFile?, _ workspace: inout ImportWorkspace, _ rules: ImportRules, _ transaction: Transaction,
    batch: Int64
  ) throws(StoreError) -> Int {
    guard let file else { return 0 }
    let known: [ReviewEntry] = try transaction.all()
    let found = Set(workspace.foundAgain)
    for entry in known where entry.isOpen && entry.kind == ReviewKind.missing.code {
      guard let inmate = entry.inmate, found.contains(inmate) else { continue }
      var closed = entry
      closed.resolution = ReviewDecision.here.code
      closed.resolvedBy = transaction.call.uid
      try transaction.put(closed, before: entry, in: batch)
    }
    let entries = workspace.reviews(
      beside: known, rules, batch: batch, at: transaction.now,
      rows: { ImportReader.texts(of: file.bytes, as: InmateDraft.self, onLines: $0) }, newID: { newID() })
    for entry in entries { try transaction.put(entry, before: nil, in: batch) }
    return entries.count
  }
}

extension ImportWorkspace {
  /// Joins the rows of a file.
  mutating func join(_ file: consuming ParsedFile, _ index: Int, _ scope: ImportScope) throws(StoreError) {
    self.file = (index, file.name)
    note(file.problems)
    switch file.rows {
    case .holidays(let rows): join(rows)
    case .partners(let rows): join(rows)
    case .advocates(let rows): join(rows)
    case .availability(let rows): join(rows)
    case .rooms(let rows): join(rows)
    case .blocks(let rows): join(rows)
    case .timetable(let rows): join(rows)
    case .inmates(let rows): join(rows, scope)
    case .cases(let rows): join(rows)
    case .terms(let rows): join(rows)
    case .hearings(let rows): join(rows)
    case .keepapart(let rows): join(rows)
    case .mandates(let rows): join(rows)
    case .requests(let rows): join(rows)
    case .outcomes(let rows): try join(rows)
    }
  }

  /// What a file does.
  func line(_ kind: ImportKind) -> ImportReport.Line {
    func line<Value>(
      _ things: ImportedThings<Value>, without others: Int = 0, doubtful: Int = 0
    ) -> ImportReport.Line {
      ImportReport.Line(
        kind: kind, added: things.added, changed: things.changed - others, same: things.same, doubtful: doubtful)
    }
    switch kind {
    case .holidays:
      return ImportReport.Line(
        kind: kind, added: calendar.added, changed: calendar.changed, same: calendar.same)
    case .partners: return line(partners)
    case .advocates: return line(advocates)
    case .availability: return line(availability)
    case .rooms: return line(rooms)
    case .blocks: return line(blocks)
    case .timetable: return line(programmes)
    case .inmates: return line(inmates, without: departures.count, doubtful: doubts.count)
    case .cases: return line(cases)
    case .terms: return line(terms)
    case .hearings: return line(hearings)
    case .keepapart: return line(keepApart)
    case .mandates: return line(mandates)
    case .requests: return line(requests)
    case .outcomes: return line(sessions)
    }
  }

  /// Writes what is new or other than before, and notes what that changed.
  func write(to transaction: Transaction, batch: Int64) throws(StoreError) {
    try calendar.write(to: transaction, batch: batch)
    func write<Value>(_ things: ImportedThings<Value>) throws(StoreError) {
      for value in things.changes { try transaction.put(value, before: things.known[value.id], in: batch) }
    }
    try write(partners)
    try write(advocates)
    try write(availability)
    try write(rooms)
    try write(blocks)
    try write(programmes)
    try write(inmates)
    try write(cases)
    try write(terms)
    try write(hearings)
    try write(keepApart)
    try write(mandates)
    try write(requests)
    try write(sessions)
  }
}
