import BankumExchange

/// The rows of a file, read before anything of the register is: while a large file is read, others write.
struct ParsedFile: Sendable {
  /// The rows of each kind of file.
  enum Rows: Sendable {
    case holidays([HolidayDraft])
    case partners([PartnerDraft])
    case advocates([AdvocateDraft])
    case availability([AvailabilityDraft])
    case rooms([RoomDraft])
    case blocks([BlockDraft])
    case timetable([TimetableDraft])
    case inmates([InmateDraft])
    case cases([CasePartyDraft])
    case terms([TermDraft])
    case hearings([HearingDraft])
    case keepapart([KeepApartDraft])
    case mandates([MandateDraft])
    case requests([RequestDraft])
    case outcomes([OutcomeDraft])
  }

  let kind: ImportKind
  let name: String
  /// What is wrong with it.
  let problems: [ImportProblem]
  let rows: Rows

  /// Reads a file.
  init(_ file: ImportFile) {
    func read<Draft: DraftRow>(
      _ type: Draft.Type, _ rows: ([Draft]) -> Rows
    ) -> (rows: Rows, problems: [ImportProblem]) {
      let reading = ImportReader.read(file.bytes, as: type)
      return (rows(reading.rows), reading.problems)
    }
    let found: (rows: Rows, problems: [ImportProblem]) =
      switch file.kind {
      case .holidays: read(HolidayDraft.self, Rows.holidays)
      case .partners: read(PartnerDraft.self, Rows.partners)
      case .advocates: read(AdvocateDraft.self, Rows.advocates)
      case .availability: read(AvailabilityDraft.self, Rows.availability)
      case .rooms: read(RoomDraft.self, Rows.rooms)
      case .blocks: read(BlockDraft.self, Rows.blocks)
      case .timetable: read(TimetableDraft.self, Rows.timetable)
      case .inmates: read(InmateDraft.self, Rows.inmates)
      case .cases: read(CasePartyDraft.self, Rows.cases)
      case .terms: read(TermDraft.self, Rows.terms)
      case .hearings: read(HearingDraft.self, Rows.hearings)
      case .keepapart: read(KeepApartDraft.self, Rows.keepapart)
      case .mandates: read(MandateDraft.self, Rows.mandates)
      case .requests: read(RequestDraft.self, Rows.requests)
      case .outcomes: read(OutcomeDraft.self, Rows.outcomes)
      }
    (kind, name, rows, problems) = (file.kind, file.name, found.rows, found.problems)
  }
}
