import BankumModel

/// What a file can hold. The codes are the names of the verb's kinds and of the files of a facility.
package enum ImportKind: String, Coded {
  /// The population, as the prison database exports it.
  case inmates
  /// Detention orders.
  case terms
  /// Days in court.
  case hearings
  /// Criminal cases, a row for each person in each.
  case cases
  /// Wishes for legal aid.
  case requests
  /// The legal-aid organisations.
  case partners
  /// Advocates and paralegals.
  case advocates
  /// When they can come.
  case availability
  /// Rooms.
  case rooms
  /// Blocks with their escorts.
  case blocks
  /// Who must not meet.
  case keepapart
  /// Powers of attorney.
  case mandates
  /// Class hours of training and workshops.
  case timetable
  /// Holidays, and the hours of the house.
  case holidays
  /// How meetings ended.
  case outcomes

  /// The kinds in an order in which each finds what it refers to: how a whole facility is loaded.
  package static let loadOrder: [ImportKind] = [
    .holidays, .partners, .advocates, .availability, .rooms, .blocks, .timetable, .inmates, .cases, .terms, .hearings,
    .keepapart, .mandates, .requests, .outcomes,
  ]

  /// The name of its file in a facility's folder.
  package var fileName: String { "\(code).csv" }

  /// The type of its rows.
  package var draft: any DraftRow.Type {
    switch self {
    case .inmates: InmateDraft.self
    case .terms: TermDraft.self
    case .hearings: HearingDraft.self
    case .cases: CasePartyDraft.self
    case .requests: RequestDraft.self
    case .partners: PartnerDraft.self
    case .advocates: AdvocateDraft.self
    case .availability: AvailabilityDraft.self
    case .rooms: RoomDraft.self
    case .blocks: BlockDraft.self
    case .keepapart: KeepApartDraft.self
    case .mandates: MandateDraft.self
    case .timetable: TimetableDraft.self
    case .holidays: HolidayDraft.self
    case .outcomes: OutcomeDraft.self
    }
  }

  /// The columns.
  package var headings: [ColumnHeading] { draft.headings }

  /// Everything that is wrong with a file of this kind, without its rows.
  package func problems(of bytes: [UInt8], limits: ImportLimits = .standard) -> [ImportProblem] {
    func problems<Draft: DraftRow>(_ type: Draft.Type) -> [ImportProblem] {
      ImportReader.read(bytes, as: type, limits: limits).problems
    }
    return problems(draft)
  }

  /// An empty file of this kind: a comment, the headings, and one row that says itself that it is invented.
  package func template(separator: Separator = .semicolon) -> String {
    var writer = TableWriter(separator: separator)
    writer.comment("\(code): invented example row / baris contoh rekaan")
    writer.write(headings.map { $0.names.first ?? $0.field })
    writer.write(headings.map(\.example))
    return writer.text
  }
}
