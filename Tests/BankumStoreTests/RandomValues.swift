import BankumModel
import JSON
import SeededNumbers

@testable import BankumStore

/// Sound random values of every kind; what refers to something refers to what was made before.
struct RandomValues {
  var random: SeededGenerator
  private(set) var blocks: [Block] = []
  private(set) var partners: [Partner] = []
  private(set) var advocates: [Advocate] = []
  private(set) var rooms: [Room] = []
  private(set) var programmes: [TrainingProgramme] = []
  private(set) var inmates: [Inmate] = []
  private(set) var cases: [CaseFile] = []
  private var serial = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func id<Kind>() -> Identifier<Kind> { Identifier<Kind>(using: &random) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  mutating func code<Value: Coded>() -> Value { pick(Array(Value.allCases)) }

  mutating func maybe<Value>(_ percent: Int = 50, _ value: (inout RandomValues) -> Value) -> Value? {
    chance(percent) ? value(&self) : nil
  }

  mutating func date() -> CivilDate { CivilDate(dayNumber: number(20_000...21_000)) }

  mutating func days() -> OpenDateRange {
    let first = date()
    return OpenDateRange(first, maybe { first.adding(days: $0.number(0...400)) })
  }

  mutating func minutes() -> MinuteRange {
    let start = number(0...1380)
    return hours(
      "\(MinuteOfDay(minutes: start)?.text ?? "")-\(MinuteOfDay(minutes: start + number(1...60))?.text ?? "")")
  }

  mutating func text(_ most: Int = 20) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ éüñ中文🙂'\"\\;-\u{5D0}")
    serial += 1
    return "\(serial)" + String((0..<number(1...max(1, most / 4))).map { _ in pick(letters) })
  }

  mutating func set<Value: Coded>() -> Set<Value> { Set(Value.allCases.filter { _ in chance(30) }) }

  mutating func language() -> LanguageCode {
    (try? LanguageCode(parsing: pick(["id", "bbc", "zh", "ta", "en"]))) ?? .indonesian
  }

  mutating func instant() -> Instant { Instant(milliseconds: Int64(number(-1_000_000...2_000_000_000_000))) }

  mutating func block() -> Block {
    let block = Block(
      id: id(), name: text(12), kind: code(), escortCapacity: number(0...20), fetchMinutes: number(0...30))
    blocks.append(block)
    return block
  }

  mutating func partner() -> Partner {
    let partner = Partner(
      id: id(), name: text(), shortName: text(12), agreement: days(), accreditationClass: code(), accreditation: days(),
      capacity: number(0...500), sharePerMille: number(0...1000), quota: maybe { $0.number(0...300) })
    partners.append(partner)
    return partner
  }

  mutating func advocate() -> Advocate {
    let first = date()
    let advocate = Advocate(
      id: id(), partner: pick(partners).id, name: text(), kind: code(), sex: code(), skills: set(),
      languages: [language(), language()], licenceNumber: maybe { $0.text() }, licence: days(), employment: days(),
      dailyCap: number(1...10), weeklyCap: number(1...40),
      absences: (0..<number(0...3)).map { DateRange(first: first.adding(days: $0 * 10), days: 3) })
    advocates.append(advocate)
    return advocate
  }

  mutating func availability() -> Availability {
    let weekday: Weekday? = maybe { $0.code() }
    let first = date()
    return Availability(
      id: id(), advocate: pick(advocates).id, weekday: weekday,
      days: OpenDateRange(first, weekday == nil ? first.adding(days: 5) : nil), hours: minutes(), confirmedOn: date())
  }

  mutating func room() -> Room {
    let room = Room(
      id: id(), name: text(12), kind: code(), isConfidential: chance(50), isAccessible: chance(50),
      places: number(1...30),
      reservations: (0..<number(0...2)).map { _ in
        RoomReservation(partner: pick(partners).id, weekday: maybe { $0.code() }, days: days(), hours: minutes())
      },
      closures: (0..<number(0...2)).map { _ in RoomClosure(days: days(), hours: minutes(), reason: text()) })
    rooms.append(room)
    return room
  }

  mutating func programme() -> TrainingProgramme {
    let programme = TrainingProgramme(
      id: id(), name: text(), kind: code(),
      timetable: (0..<number(0...3)).map { _ in ClassHours(weekday: code(), hours: minutes(), days: days()) })
    programmes.append(programme)
    return programme
  }

  mutating func registerNumber() -> RegisterNumber? {
    serial += 1
    return RegisterNumber(book: code(), mark: pick(["", "N", "TPK"]), serial: serial, year: number(2019...2026))
  }

  mutating func inmate() -> Inmate {
    let entered = date()
    let block = maybe(80) { $0.pick($0.blocks).id }
    let entries = (0..<number(1...3)).compactMap { offset in
      registerNumber().map { RegisterEntry(number: $0, days: OpenDateRange(entered.adding(days: 20 * offset))) }
    }
    let inmate = Inmate(
      id: id(), name: text(), aliases: (0..<number(0...3)).map { _ in text() }, registerEntries: entries,
      serialNumber: maybe { $0.text() }, birthDate: maybe { entered.adding(days: -$0.number(6000...20_000)) },
      sex: code(), residence: pick([.medan, .unknown, .elsewhere(text())]), enteredOn: entered,
      sentenceEndsOn: maybe { $0.date() }, block: block, cell: block == nil ? nil : text(8),
      languages: [language()], needs: set(), training: Set(programmes.filter { _ in chance(20) }.map(\.id)),
      presence: code(), departedOn: maybe { $0.date() })
    inmates.append(inmate)
    return inmate
  }

  mutating func pair() -> InmatePair? { InmatePair(pick(inmates).id, pick(inmates).id) }

  mutating func caseFile() -> CaseFile {
    let parties = Set((0..<number(0...4)).map { _ in pick(inmates).id })
    let file = CaseFile(
      id: id(), number: maybe { $0.text() }, articles: maybe { $0.text() },
      threat: pick([nil, .years(number(0...100)), .life, .death]), law: code(),
      parties: parties.sorted { $0.bits < $1.bits }.map { CaseParty(inmate: $0, role: code()) },
      relations: (0..<number(0...2)).compactMap { _ in
        pair().map { PartyRelation(pair: $0, kind: code(), reason: text(), decidedOn: date()) }
      },
      linkedFiles: Set(cases.filter { _ in chance(3) }.map(\.id)),
      verdict: maybe { Verdict(stage: $0.pick([.trial, .appeal]), knownOn: day("2026-01-01"), foughtOn: nil) })
    cases.append(file)
    return file
  }

  mutating func keepApart() -> KeepApart? {
    pair().map { KeepApart(id: id(), pair: $0, days: days(), reason: code()) }
  }

  mutating func mandate() -> Mandate {
    let advocate = pick(advocates)
    let days = days()
    return Mandate(
      id: id(), inmate: pick(inmates).id, partner: advocate.partner, advocate: advocate.id,
      caseFile: maybe { $0.pick($0.cases).id }, letter: text(), days: days,
      endReason: days.last == nil ? nil : code())
  }

  mutating func hearing() -> Hearing {
    Hearing(
      id: id(), inmate: pick(inmates).id, caseFile: maybe { $0.pick($0.cases).id }, date: date(),
      court: maybe { $0.text() }, isOnline: chance(30), advocate: maybe { $0.pick($0.advocates).id }, status: code())
  }

  mutating func term() -> DetentionTerm {
    let first = date()
    return DetentionTerm(
      id: id(), inmate: pick(inmates).id, caseFile: maybe { $0.pick($0.cases).id }, stage: code(),
      law: pick([.old, .new]), grant: code(), letter: text(), first: first, last: first.adding(days: number(0...90)))
  }

  mutating func absence() -> Absence {
    let reason: AbsenceReason = code()
    return Absence(
      id: id(), inmate: pick(inmates).id, days: days(), reason: reason,
      suspendsDetention: reason.suspendsDetention && chance(50))
  }

  mutating func request() -> Request {
    let state: RequestState = code()
    let submitted = date()
    let partner = pick(partners).id
    return Request(
      id: id(), inmate: pick(inmates).id, service: code(), state: state, submittedOn: submitted, channel: code(),
      topic: maybe { $0.text() }, caseFile: maybe { $0.pick($0.cases).id }, wishPartner: maybe(20) { _ in partner },
      exclusions: maybe { values in
        let other = values.pick(values.partners).id
        return other == partner ? [] : [PartnerExclusion(partner: other, reason: values.code(), since: submitted)]
      } ?? [],
      advocateSex: maybe { $0.code() }, skill: maybe { $0.code() }, language: maybe { $0.language() }, needs: set(),
      povertyProof: maybe { $0.code() },
      permit: maybe { VisitPermit(state: $0.code(), requestedOn: submitted, firstDay: $0.maybe { $0.date() }) },
      offer: state.hasPartner
        ? Offer(
          partner: partner, offeredAt: CivilTime(submitted.adding(days: 1), .startOfDay),
          events: [.complete(submitted), .incomplete(submitted), .supplied(submitted), .answered(submitted)]
            .filter { _ in chance(50) }) : nil,
      waitingSince: maybe { submitted.adding(days: $0.number(0...30)) }, lostMeetings: number(0...5),
      closing: state.isOpen ? nil : Closing(reason: code(), on: submitted.adding(days: 3), record: text()))
  }

  /// A meeting on one of few days in one of few hours, so that some collide.
  mutating func session(_ state: SessionState) -> Session {
    let advocate = pick(advocates)
    let start = number(480...570)
    let minutes = hours(
      "\(MinuteOfDay(minutes: start)?.text ?? "")-\(MinuteOfDay(minutes: start + number(1...60))?.text ?? "")")
    return Session(
      id: id(), service: pick([.consultation, .assistance]), inmate: pick(inmates).id, partner: advocate.partner,
      advocate: advocate.id, room: pick(rooms).id, date: day("2026-11-23").adding(days: number(0...2)), hours: minutes,
      callAt: minutes.start, state: state, isFirstMeeting: chance(50), isPinned: chance(20),
      brokenRules: chance(20) ? ["a", "b"] : [])
  }
}
