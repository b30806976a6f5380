import BankumExchange
import BankumModel
import BankumStore

/// The register as an import sees and changes it: first what is known, then file by file what is added. Nothing is
/// written here; `problems` says with its place what cannot be.
struct ImportWorkspace {
  let now: CivilTime
  let newBits: () -> UInt64

  var partners: ImportedThings<Partner>
  var advocates: ImportedThings<Advocate>
  var availability: ImportedThings<Availability>
  var rooms: ImportedThings<Room>
  var blocks: ImportedThings<Block>
  var programmes: ImportedThings<TrainingProgramme>
  var inmates: ImportedThings<Inmate>
  var cases: ImportedThings<CaseFile>
  var terms: ImportedThings<DetentionTerm>
  var hearings: ImportedThings<Hearing>
  var keepApart: ImportedThings<KeepApart>
  var mandates: ImportedThings<Mandate>
  var requests: ImportedThings<Request>
  var sessions: ImportedThings<Session>
  var calendar: ImportedCalendar
  private let reading: Reading
  /// Whether a file names people by their numbers.
  private let namesPeople: Bool
  var doubts: [Doubt] = []
  /// Who is not in the list and should be.
  var departures: [Inmate.ID] = []
  /// Of how many.
  var expected = 0
  /// Who was missing and is in the list.
  var foundAgain: [Inmate.ID] = []

  var partnerNames = NameIndex<Partner>()
  var advocateNames = NameIndex<Advocate>()
  var roomNames = NameIndex<Room>()
  var blockNames = NameIndex<Block>()
  var programmeNames = NameIndex<TrainingProgramme>()
  var caseNames = NameIndex<CaseFile>()
  var inmateNumbers = Multimap<RegisterNumber, Inmate.ID>()

  /// The file that is being joined.
  var file = (index: 0, name: "")
  private(set) var problems = FileProblems()

  /// The register as it is, as far as files of these kinds have to do with it.
  init(
    _ reading: Reading, for kinds: Set<ImportKind>, now: CivilTime, newBits: @escaping () -> UInt64
  ) throws(StoreError) {
    self.now = now
    self.newBits = newBits
    namesPeople = !kinds.isDisjoint(with: [.cases, .terms, .hearings, .keepapart, .mandates, .requests, .outcomes])
    func known<Value: FieldListed & Entity>(_ readers: ImportKind...) throws(StoreError) -> ImportedThings<Value> {
      ImportedThings(kinds.isDisjoint(with: readers) ? [] : try reading.all())
    }
    partners = try known(.partners, .advocates, .requests)
    advocates = try known(.advocates, .availability, .hearings, .mandates, .outcomes)
    availability = try known(.availability)
    rooms = try known(.rooms, .outcomes)
    blocks = try known(.blocks, .inmates)
    programmes = try known(.timetable, .inmates)
    inmates = try known(.inmates, .cases, .terms, .hearings, .keepapart, .mandates, .requests, .outcomes)
    cases = try known(.cases, .terms, .hearings, .mandates, .requests)
    terms = try known(.terms)
    hearings = try known(.hearings)
    keepApart = try known(.keepapart)
    mandates = try known(.mandates)
    requests = try known(.requests)
    // Not all of history: the meetings that a file names are looked up one by one, and their requests.
    sessions = ImportedThings([])
    calendar = ImportedCalendar(
      known: kinds.contains(.holidays)
        ? try reading.calendar() : WorkingCalendar(years: [], holidays: [], weeklyHours: [:]))
    self.reading = reading
    for partner in partners.known.values { partnerNames.add(partner.id, partner.name, partner.shortName) }
    for advocate in advocates.known.values { advocateNames.add(advocate.id, advocate.name) }
    for room in rooms.known.values { roomNames.add(room.id, room.name) }
    for block in blocks.known.values { blockNames.add(block.id, block.name) }
    for programme in programmes.known.values { programmeNames.add(programme.id, programme.name) }
    for caseFile in cases.known.values { caseNames.add(caseFile.id, caseFile.number) }
    for inmate in inmates.known.values { index(inmate) }
  }

  mutating func index(_ inmate: Inmate) {
    guard namesPeople else { return }
    for entry in inmate.registerEntries { inmateNumbers.insert(inmate.id, at: entry.number) }
  }

  /// The day of the import.
  var today: CivilDate { now.date }

  func newID<Value>() -> Identifier<Value> { Identifier(bits: newBits()) }

  // MARK: References

  /// Whom a line means.
  mutating func find(_ reference: InmateReference) -> Inmate.ID? {
    switch reference.target {
    case .id(let id):
      if inmates[id] != nil { return id }
    case .number(let number):
      if let only = inmateNumbers.only(number) { return only }
      if !inmateNumbers[number].isEmpty {
        note(reference.place, reference.text, .severalMeant)
        return nil
      }
    }
    note(reference.place, reference.text, .unknownInmate)
    return nil
  }

  /// What a reference means; nil, and noted, if nothing or several things do.
  mutating func find<Value>(_ reference: Reference, _ names: NameIndex<Value>) -> Identifier<Value>? {
    switch names.find(reference.text) {
    case .one(let id): return id
    case .none: note(reference.place, reference.text, .unknownName)
    case .several: note(reference.place, reference.text, .severalMeant)
    }
    return nil
  }

  /// The same for a reference that may be left out.
  mutating func find<Value>(_ reference: Reference?, _ names: NameIndex<Value>) -> Identifier<Value>? {
    guard let reference else { return nil }
    return find(reference, names)
  }

  /// A request that the register knows, or that this import has made.
  mutating func request(_ id: Request.ID) throws(StoreError) -> Request? {
    if let request = requests[id] { return request }
    guard let found = try reading.find(id) else { return nil }
    requests.know(found)
    return found
  }

  /// The meetings of a request.
  func sessions(of request: Request.ID) throws(StoreError) -> [Session] { try reading.list(.request(request)) }

  /// A meeting that the register knows, or that this import has made.
  mutating func session(_ id: Session.ID) throws(StoreError) -> Session? {
    if let session = sessions[id] { return session }
    guard let found = try reading.find(id) else { return nil }
    sessions.know(found)
    return found
  }

  // MARK: Problems

  /// Notes what is wrong in the file.
  mutating func note(_ place: ImportPlace, _ value: String?, _ expected: Expectation) {
    problems.add(value, expected, at: place, of: file)
  }

  /// Notes what is wrong with a parameter beside the files.
  mutating func note(parameter: String, _ value: String?, _ expected: Expectation) {
    problems.add(value, expected, parameter: parameter)
  }

  /// Notes what reading the file has found.
  mutating func note(_ found: [ImportProblem]) {
    for problem in found {
      if problem.code == .moreProblems {
        problems.more += problem.parameters.first.flatMap { Int($0) } ?? 0
        continue
      }
      note(problem.place, problem.value.isEmpty ? nil : problem.value, .inFile(problem.code, problem.parameters))
    }
  }

  /// Notes what is wrong with a value that a row became.
  mutating func note(_ value: some Entity, _ places: RowPlaces) {
    for problem in value.problems {
      note(
        places.place(of: problem.place), problem.value.isEmpty ? nil : problem.value, .described(problem.expected))
    }
  }
}

extension ImportPlace {
  /// Line and column, 0 left out.
  var text: String { column > 0 ? "\(line):\(column)" : "\(line)" }
}
