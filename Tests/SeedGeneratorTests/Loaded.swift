import BankumModel

@testable import BankumExchange
@testable import SeedGenerator

/// A generated facility as the import reads it.
struct Loaded {
  let files: [String: [UInt8]]
  let inmates: [InmateDraft]
  let terms: [TermDraft]
  let hearings: [HearingDraft]
  let cases: [CasePartyDraft]
  let requests: [RequestDraft]
  let partners: [PartnerDraft]
  let advocates: [AdvocateDraft]
  let availability: [AvailabilityDraft]
  let rooms: [RoomDraft]
  let blocks: [BlockDraft]
  let keepApart: [KeepApartDraft]
  let mandates: [MandateDraft]
  let timetable: [TimetableDraft]
  let holidays: [HolidayDraft]
  let outcomes: [OutcomeDraft]
  /// What is wrong with the files; nothing should be.
  let problems: [ImportProblem]

  init(_ options: Options) {
    var maker = FacilityMaker(options)
    let facility = maker.make()
    let files = Dictionary(
      FacilityFiles(facility).all().map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    var problems: [ImportProblem] = []
    func read<Draft: DraftRow>(_ type: Draft.Type) -> [Draft] {
      let reading = ImportReader.read(files[type.kind.fileName] ?? [], as: type)
      problems += reading.problems
      return reading.rows
    }
    self.files = files
    inmates = read(InmateDraft.self)
    terms = read(TermDraft.self)
    hearings = read(HearingDraft.self)
    cases = read(CasePartyDraft.self)
    requests = read(RequestDraft.self)
    partners = read(PartnerDraft.self)
    advocates = read(AdvocateDraft.self)
    availability = read(AvailabilityDraft.self)
    rooms = read(RoomDraft.self)
    blocks = read(BlockDraft.self)
    keepApart = read(KeepApartDraft.self)
    mandates = read(MandateDraft.self)
    timetable = read(TimetableDraft.self)
    holidays = read(HolidayDraft.self)
    outcomes = read(OutcomeDraft.self)
    self.problems = problems
  }

  /// The calendar that the holidays' file describes.
  var calendar: WorkingCalendar {
    var list: [Holiday] = []
    var weekly: [Weekday: OpeningHours] = [:]
    var decisions: [CalendarDecision] = []
    for row in holidays {
      switch row.content {
      case .holiday(let holiday): list.append(holiday)
      case .weekly(let weekday, let hours): weekly[weekday] = hours
      case .decision(let decision): decisions.append(decision)
      }
    }
    return WorkingCalendar(
      years: HolidayDraft.yearsListed(holidays), holidays: list, weeklyHours: weekly, decisions: decisions)
  }
}
