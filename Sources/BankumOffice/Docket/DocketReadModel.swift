import BankumModel
import BankumStore

/// The published meetings of the days around today with all that stands on a docket, resolved and in memory: the read
/// model of the docket, as of one write of the register.
///
/// It is kept true by what each commit changed: people's lines are resolved again one by one, after a change of the
/// house all of them. It holds no more than these days, so it does not grow with the history.
struct DocketReadModel: Sendable {
  /// How many days before today are held.
  static let daysBefore = 7
  /// How many days from today on are held: as far as a run usually plans, and a week more.
  static let daysAhead = 28

  /// The write of which it is true.
  private(set) var sequence: Int64
  /// The day for which detention was computed.
  let today: CivilDate
  /// The version in force; 0 before the first.
  private(set) var version: Int
  /// What stands on lines beside people.
  let house: DocketHouse
  /// By time.
  private var lines: [DocketLine] = []
  private var ofAdvocate: [Advocate.ID: [DocketLine]] = [:]
  private var ofPartner: [Partner.ID: [DocketLine]] = [:]
  /// What was made of its pages; a read model with other lines has none of them.
  private(set) var answers = DocketAnswers()

  /// The days that are held.
  static func days(around today: CivilDate) -> DateRange {
    DateRange(first: today.adding(days: -daysBefore), days: daysBefore + daysAhead)
  }

  /// Resolves everything.
  init(_ reading: Reading, today: CivilDate) throws {
    sequence = try reading.sequence()
    self.today = today
    version = try Self.version(reading)
    house = try DocketHouse(reading, today: today)
    var resolver = DocketResolver(reading, house, today: today)
    arrange(try reading.list(Filter<Session>.between(Self.days(around: today))).compactMap { try resolver.line($0) })
  }

  private static func version(_ reading: Reading) throws -> Int {
    try reading.list(Filter<BankumModel.Plan>.published).first?.version ?? 0
  }

  private mutating func arrange(_ lines: [DocketLine]) {
    self.lines = lines
    ofAdvocate = Dictionary(grouping: lines) { $0.session.advocate }
    ofPartner = Dictionary(grouping: lines) { $0.session.partner }
  }

  // MARK: Keeping it true

  /// Whether these changes leave every line as it is.
  static func isUntouched(by changes: RegisterChanges) -> Bool {
    !changes.isAboutMany && changes.inmates.isEmpty && !isHouseTouched(by: changes)
      && !changes.touch(BankumModel.Plan.self)
  }

  /// Whether what stands on lines beside people has changed.
  private static func isHouseTouched(by changes: RegisterChanges) -> Bool {
    changes.touch(Block.self) || changes.touch(Room.self) || changes.touch(Partner.self)
      || changes.touch(Advocate.self) || changes.touch(Rule.self) || changes.touch(CaseFile.self)
  }

  /// It is true of a later write as well, which left every line as it is.
  mutating func stands(at sequence: Int64) { self.sequence = sequence }

  /// The model as of a reading: the lines of those whom the changes concern are resolved again.
  /// - changes: What happened from this read model's write to the reading's; nil when that is not known.
  func renewed(_ reading: Reading, today: CivilDate, _ changes: RegisterChanges?) throws -> DocketReadModel {
    guard let changes, !changes.isAboutMany, today == self.today, !Self.isHouseTouched(by: changes) else {
      return try DocketReadModel(reading, today: today)
    }
    var model = self
    model.answers = DocketAnswers()
    model.sequence = try reading.sequence()
    model.version = try Self.version(reading)
    guard !changes.inmates.isEmpty else { return model }
    var resolver = DocketResolver(reading, house, today: today)
    let days = Self.days(around: today)
    let fresh = try changes.inmates.flatMap { inmate in
      try reading.list(Filter<Session>.inmate(inmate, days)).compactMap { try resolver.line($0) }
    }
    let ids = Set(fresh.map(\.id))
    let kept = lines.filter { !changes.inmates.contains($0.inmate.id) && !ids.contains($0.id) }
    model.arrange((kept + fresh).sorted { $0.isBefore($1) })
    return model
  }

  // MARK: Looking

  /// The lines of some days that it holds, of what was selected; nil when it does not hold them.
  func lines(_ selection: DocketSelection) -> [DocketLine]? {
    let held = Self.days(around: today)
    guard held.contains(selection.days.first), held.contains(selection.days.last) else { return nil }
    let all =
      selection.advocate.map { ofAdvocate[$0] ?? [] } ?? selection.partner.map { ofPartner[$0] ?? [] } ?? lines
    return all.filter { selection.includes($0) }
  }
}

extension DocketLine {
  /// By time, then by id: the order of every docket.
  fileprivate func isBefore(_ other: DocketLine) -> Bool {
    start == other.start ? id.bits < other.id.bits : start < other.start
  }
}
