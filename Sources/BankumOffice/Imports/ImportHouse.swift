import BankumExchange
import BankumModel
import BankumStore
import JSON

extension Office {
  /// Brings files into the register, all of them in one transaction, or nothing of any.
  ///
  /// The files are joined in the order in which each finds what it refers to. A thing that the register knows, by its id
  /// or by what names it, is brought up to date; what a file does not say stays.
  /// - Throws: `OfficeError.invalid` with every problem of every file and its place `FILE:LINE:COLUMN`; `StoreError`.
  package func importFiles(
    _ files: [ImportFile], isDryRun: Bool, _ order: WriteOrder
  ) async throws -> ImportReport {
    let twice = Dictionary(grouping: files, by: \.kind).filter { $0.value.count > 1 }
    if let kind = twice.keys.first { throw OfficeError.invalid("files", kind.code, .oneOfEachKind) }
    let inOrder = ImportKind.loadOrder.compactMap { kind in files.first { $0.kind == kind } }
    let today = clock.today
    return try await register.write(as: order.call) { transaction in
      var facility = try Facility(transaction, today: today, newBits: { newID(Inmate.self).bits })
      for file in inOrder { try facility.join(file) }
      guard facility.problems.isEmpty else { throw OfficeError.invalid(facility.problems) }
      if isDryRun { transaction.discardAtEnd() }
      let lines = inOrder.map { facility.line($0.kind) }
      let number = try Self.note(inOrder, lines, transaction, by: order.scope.uid)
      try facility.write(to: transaction, batch: number, newID: { newID() })
      transaction.touchAll(Inmate.self)
      transaction.audit(targets: inOrder.map { "import-\(number)-\($0.kind.code)" })
      transaction.emit("imported", .object(["import": .integer(number)]))
      return ImportReport(number: isDryRun ? nil : number, lines: lines)
    }
  }

  private static func note(
    _ files: [ImportFile], _ lines: [ImportReport.Line], _ transaction: Transaction, by uid: UInt32
  ) throws(StoreError) -> Int64 {
    var counts: JSONObject = [:]
    for line in lines {
      counts[line.kind.code] = .object([
        "added": .integer(Int64(line.added)), "changed": .integer(Int64(line.changed)),
      ])
    }
    return try transaction.put(
      ImportBatch(
        kind: files.count == 1 ? files[0].kind.code : "house", madeAt: transaction.now, madeBy: uid,
        fileDigest: Digest.sha256(files.flatMap(\.bytes)), counts: .object(counts)))
  }
}

extension Facility {
  /// Reads a file and joins its rows.
  mutating func join(_ file: ImportFile) throws(StoreError) {
    self.file = file.name
    func rows<Draft: DraftRow>(_ type: Draft.Type) -> [Draft] {
      let reading = ImportReader.read(file.bytes, as: type)
      note(reading.problems)
      return reading.rows
    }
    switch file.kind {
    case .holidays: join(rows(HolidayDraft.self))
    case .partners: join(rows(PartnerDraft.self))
    case .advocates: join(rows(AdvocateDraft.self))
    case .availability: join(rows(AvailabilityDraft.self))
    case .rooms: join(rows(RoomDraft.self))
    case .blocks: join(rows(BlockDraft.self))
    case .timetable: join(rows(TimetableDraft.self))
    case .inmates: join(rows(InmateDraft.self))
    case .cases: join(rows(CasePartyDraft.self))
    case .terms: join(rows(TermDraft.self))
    case .hearings: join(rows(HearingDraft.self))
    case .keepapart: join(rows(KeepApartDraft.self))
    case .mandates: join(rows(MandateDraft.self))
    case .requests: join(rows(RequestDraft.self))
    case .outcomes: try join(rows(OutcomeDraft.self))
    }
  }

  /// What a file does.
  func line(_ kind: ImportKind) -> ImportReport.Line {
    func line<Value>(_ things: ImportedThings<Value>, doubtful: Int = 0) -> ImportReport.Line {
      ImportReport.Line(
        kind: kind, added: things.added, changed: things.changed, same: things.same, doubtful: doubtful)
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
    case .inmates: return line(inmates, doubtful: doubts.count)
    case .cases: return line(cases)
    case .terms: return line(terms)
    case .hearings: return line(hearings)
    case .keepapart: return line(keepApart)
    case .mandates: return line(mandates)
    case .requests: return line(requests)
    case .outcomes: return line(sessions)
    }
  }

  /// Writes what is new or other than before.
  func write(
    to transaction: Transaction, batch: Int64, newID: () -> Identifier<ReviewEntry>
  ) throws(StoreError) {
    try transaction.put(all: calendar.years.sorted().map { HolidayYear($0) })
    try transaction.put(all: calendar.holidays)
    try transaction.put(all: calendar.hours)
    try transaction.put(all: calendar.decisions)
    try transaction.put(all: partners.changes)
    try transaction.put(all: advocates.changes)
    try transaction.put(all: availability.changes)
    try transaction.put(all: rooms.changes)
    try transaction.put(all: blocks.changes)
    try transaction.put(all: programmes.changes)
    try transaction.put(all: inmates.changes)
    try transaction.put(all: cases.changes)
    try transaction.put(all: terms.changes)
    try transaction.put(all: hearings.changes)
    try transaction.put(all: keepApart.changes)
    try transaction.put(all: mandates.changes)
    try transaction.put(all: requests.changes)
    try transaction.put(all: sessions.changes)
    for doubt in doubts {
      try transaction.put(
        ReviewEntry(
          id: newID(), kind: "samePerson", candidates: doubt.candidates, batch: batch, madeAt: transaction.now,
          details: .object([
            "name": .string(doubt.line.name), "number": .string(doubt.line.number.text),
            "line": .integer(Int64(doubt.line.places.line)),
          ])))
    }
  }
}
