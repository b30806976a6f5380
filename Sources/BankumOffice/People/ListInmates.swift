import BankumModel
import BankumStore

extension Office {
  /// The people of the house, by name; a partner sees those whom it holds or serves.
  /// - Throws: `StoreError`, `ModelError` for a missing rule.
  package func listInmates(
    _ question: InmateQuestion, _ scope: Scope, method: String
  ) async throws -> Listed<InmateEntry> {
    let today = clock.today
    return try await register.read(as: scope.call(method), length: .long) { [inmateOrder, register] reading in
      if scope.reach == .house, question.search == nil, question.band == nil {
        return try Self.page(question, today, inmateOrder.lines(reading, register), reading)
      }
      let people = try Self.people(question, scope, reading)
        .map { (key: NameKey($0.name).text, id: $0.id.text, inmate: $0) }
        .sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.inmate)
      var look = try InmateLook(reading, today: today, everybody: people.count > Page.most)
      let entries: Listed<InmateEntry>
      if let band = question.band {
        entries = question.page.part(
          of: try people.map { try look.entry($0) }.filter { $0.detention.band == band })
      } else {
        entries = try question.page.part(of: people) { try look.entry($0) }
      }
      let isEverybody = scope.partner == nil && question.search == nil && question.block == nil && question.band == nil
      if isEverybody { reading.touchAll(Inmate.self) } else { reading.touch(entries.values.map(\.inmate.id)) }
      return entries
    }
  }

  /// A page of those who are in the house or in a block, by name; only they are opened.
  private static func page(
    _ question: InmateQuestion, _ today: CivilDate, _ lines: [InmateOrder.Line], _ reading: Reading
  ) throws -> Listed<InmateEntry> {
    let block = try question.block.map { try reading.block(resolving: $0).id }
    let meant = lines.filter { line in
      (block == nil || line.block == block)
        && (question.presence.map { line.presence == $0 } ?? line.presence.isPlannable)
    }
    var look = try InmateLook(reading, today: today, everybody: false)
    let entries = try question.page.part(of: meant) { (line) throws -> InmateEntry in
      let inmate: Inmate = try reading.get(line.id)
      return try look.entry(inmate)
    }
    if block == nil { reading.touchAll(Inmate.self) } else { reading.touch(entries.values.map(\.inmate.id)) }
    return entries
  }

  private static func people(_ question: InmateQuestion, _ scope: Scope, _ reading: Reading) throws -> [Inmate] {
    let block = try question.block.map { try reading.block(resolving: $0).id }
    let filter: Filter<Inmate>
    switch scope.reach {
    case .gate: return []
    case .partner(let partner, _): filter = .clients(of: partner)
    case .house:
      if let presence = question.presence {
        filter = .presence(presence)
      } else if let block {
        filter = .inBlock(block)
      } else {
        filter = .plannable
      }
    }
    let search = question.search.map { NameKey($0).text } ?? ""
    let number = question.search.map { RegisterNumberStart($0) }
    return try reading.list(filter).filter { inmate in
      (block == nil || inmate.block == block)
        && (question.presence == nil || inmate.presence == question.presence)
        && (question.search == nil || Self.matches(inmate, search, number))
    }
  }

  private static func matches(_ inmate: Inmate, _ search: String, _ number: RegisterNumberStart?) -> Bool {
    if !search.isEmpty, ([inmate.name] + inmate.aliases).contains(where: { NameKey($0).text.contains(search) }) {
      return true
    }
    return inmate.registerEntries.contains { number?.begins($0.number) == true }
  }

  /// Everything about somebody.
  ///
  /// A partner sees of its client what a meeting and a defence need: requests and mandates of its own, and cases without
  /// those who are not its clients.
  /// - Throws: `OfficeError`: `notFound`, `invalid` with candidates; `StoreError`; `ModelError`.
  package func showInmate(_ text: String, _ scope: Scope, method: String) async throws -> InmateRecord {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let inmate = try reading.inmate(resolving: text, in: scope)
      var look = try InmateLook(reading, today: today, everybody: false)
      let isOwn = scope.partner
      var requests = try reading.list(Filter<Request>.of(inmate.id))
      var mandates = try reading.list(Filter<Mandate>.of(inmate.id))
      var cases = try reading.list(Filter<CaseFile>.of(inmate.id))
      if let isOwn {
        requests.removeAll { $0.offer?.partner != isOwn }
        mandates.removeAll { $0.partner != isOwn }
        cases = try CaseReach(reading, scope).seen(cases)
      }
      let letters = try reading.list(Filter<DetentionTerm>.of(inmate.id))
      let check = DetentionOrderCheck(try reading.rules())
      return InmateRecord(
        entry: try look.entry(inmate),
        programmes: try inmate.training.sorted { $0.text < $1.text }.compactMap {
          try reading.find($0)
        }, terms: try letters.map { try check.entry($0, beside: letters, of: inmate, reading) },
        absences: try reading.list(.of(inmate.id)),
        hearings: try reading.list(Filter<Hearing>.of(inmate.id, from: .earliest)), cases: cases,
        people: try reading.people(of: cases), requests: requests, mandates: mandates)
    }
  }

  /// Everybody whom a text means: an id, a register number or a *nomor induk*. For a program that has to ask which.
  /// - Throws: `OfficeError.notFound` if nobody is meant within reach; `StoreError`; `ModelError`.
  package func findInmates(_ text: String, _ scope: Scope, method: String) async throws -> [InmateEntry] {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let found = try reading.inmates(resolving: text, in: scope)
      guard !found.isEmpty else { throw OfficeError.notFound("inmate", text) }
      reading.touch(found.map(\.id))
      var look = try InmateLook(reading, today: today, everybody: false)
      return try found.map { try look.entry($0) }.sorted { $0.inmate.id.text < $1.inmate.id.text }
    }
  }
}

/// The start of a register number as somebody types it: spaces, dots and capitals do not count.
private struct RegisterNumberStart {
  private let text: String

  init(_ text: String) {
    self.text = Self.plain(text)
  }

  func begins(_ number: RegisterNumber) -> Bool { !text.isEmpty && Self.plain(number.text).hasPrefix(text) }

  private static func plain(_ text: String) -> String {
    String(text.uppercased().filter { $0 != "." && $0 != " " && $0 != "-" })
  }
}
