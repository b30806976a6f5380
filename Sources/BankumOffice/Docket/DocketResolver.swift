import BankumModel
import BankumStore

/// Looks up what stands on the lines of dockets, each person once.
struct DocketResolver {
  private let reading: Reading
  private let house: DocketHouse
  private let today: CivilDate
  private var people: [Inmate.ID: Person] = [:]
  private var cases: [CaseFile.ID: CaseFile] = [:]

  /// What every line of somebody says alike.
  private struct Person {
    /// The day from which on the hearings are known.
    let from: CivilDate
    let inmate: Inmate
    let detention: DetentionStatus
    /// By day; none that is called off.
    let hearings: [Hearing]
  }

  init(_ reading: Reading, _ house: DocketHouse, today: CivilDate) {
    self.reading = reading
    self.house = house
    self.today = today
  }

  /// The line of a meeting; nil for one that stands on no docket: a draft, or called off.
  mutating func line(_ session: Session) throws -> DocketLine? {
    session.state == .cancelled ? nil : try lineOfAny(session)
  }

  /// The line of a meeting, also of one that was called off; nil for a draft.
  mutating func lineOfAny(_ session: Session) throws -> DocketLine? {
    guard session.state != .draft else { return nil }
    let person = try person(session.inmate, session.date)
    let request = try reading.required(ifSet: session.request)
    let hearing = person.hearings.first { $0.date >= session.date }
    let caseFile = try (request?.caseFile ?? hearing?.caseFile).flatMap { try knownCase($0) }
    return DocketLine(
      session: session, room: try reading.required(session.room, known: house.rooms), inmate: person.inmate,
      block: try reading.required(person.inmate.block, known: house.blocks),
      legalDetails: DocketLine.LegalDetails(
        request: session.request, service: session.service,
        partner: try reading.required(session.partner, known: house.partners),
        advocate: try reading.required(session.advocate, known: house.advocates),
        language: request?.language ?? person.inmate.languages.first, detention: person.detention,
        nextHearing: hearing?.date, caseNumber: caseFile?.number, isFirstMeeting: session.isFirstMeeting,
        mandate: session.mandate))
  }

  private mutating func person(_ id: Inmate.ID, _ from: CivilDate) throws -> Person {
    if let known = people[id], known.from <= from { return known }
    let inmate = try reading.required(id)
    let detention = house.clock.status(
      isDetainee: inmate.isDetainee, terms: try reading.list(.of(id)),
      suspensions: try reading.list(Filter<Absence>.of(id)).compactMap(\.suspension), on: today)
    let hearings = try reading.list(Filter<Hearing>.of(id, from: from)).filter { $0.status != .cancelled }
    let person = Person(from: from, inmate: inmate, detention: detention, hearings: hearings)
    people[id] = person
    return person
  }

  private mutating func knownCase(_ id: CaseFile.ID) throws -> CaseFile? {
    if let known = cases[id] { return known }
    let found = try reading.required(id)
    cases[id] = found
    return found
  }
}
