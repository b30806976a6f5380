import BankumModel
import Testing

@testable import BankumExchange
@testable import SeedGenerator

@Suite("Sample facilities")
struct SeedGeneratorTests {
  static let facilities = [
    Options(seed: 1), Options(seed: 2, inmates: 400, dirt: 0), Options(seed: 3, inmates: 700, dirt: 100),
    Options(seed: 4, inmates: 50), Options(seed: 5, inmates: 1200), Options(seed: 77, inmates: 900, dirt: 60),
  ]
  /// Made once: each takes a second or so.
  static let loaded = facilities.map { Loaded($0) }

  private let today: CivilDate = CivilDate(year: 2026, month: 11, day: 23) ?? .earliest

  @Test("Every file is read back without a problem, and every reference is found", arguments: facilities.indices)
  func references(index: Int) {
    let (options, loaded) = (Self.facilities[index], Self.loaded[index])
    #expect(loaded.problems == [])
    #expect(loaded.inmates.count == options.inmates)
    #expect(loaded.files.keys.count == ImportKind.allCases.count + 1)
    let numbers = Set(loaded.inmates.map(\.number.text))
    let cases = Set(loaded.cases.compactMap { $0.id?.text })
    let advocates = Set(loaded.advocates.compactMap { $0.id?.text })
    let partners = Set(loaded.partners.map { TextKey.of($0.shortName) })
    let rooms = Set(loaded.rooms.map { TextKey.of($0.name) })
    let blocks = Set(loaded.blocks.map(\.name))
    let programmes = Set(loaded.timetable.map(\.name))
    let people =
      loaded.terms.map(\.inmate) + loaded.hearings.map(\.inmate) + loaded.cases.map(\.inmate)
      + loaded.requests.map(\.inmate) + loaded.keepApart.flatMap { [$0.one, $0.other] } + loaded.mandates.map(\.inmate)
      + loaded.outcomes.compactMap { $0.record?.inmate }
    #expect(people.allSatisfy { numbers.contains($0.text) })
    let files =
      loaded.terms.compactMap(\.caseFile) + loaded.hearings.compactMap(\.caseFile) + loaded.cases.flatMap(\.linkedFiles)
      + loaded.requests.compactMap(\.caseFile) + loaded.mandates.compactMap(\.caseFile)
    #expect(files.allSatisfy { cases.contains($0.text) })
    #expect(
      (loaded.availability.map(\.advocate) + loaded.mandates.map(\.advocate)).allSatisfy { advocates.contains($0.text) }
    )
    #expect(loaded.outcomes.compactMap { $0.record?.advocate }.allSatisfy { advocates.contains($0.text) })
    let named = loaded.requests.flatMap { [$0.wishPartner, $0.acceptedBy].compactMap { $0 } + $0.refusedPartners }
    #expect((named + loaded.advocates.map(\.partner)).allSatisfy { partners.contains($0.key) })
    #expect(loaded.outcomes.compactMap { $0.record?.room }.allSatisfy { rooms.contains($0.key) })
    #expect(loaded.inmates.compactMap(\.block).allSatisfy { blocks.contains($0.text) })
    #expect(loaded.inmates.flatMap { $0.training ?? [] }.allSatisfy { programmes.contains($0.text) })
    let requests = Set(loaded.requests.compactMap(\.id))
    let lost: [Request.ID] = loaded.outcomes.compactMap { $0.record?.request }
    #expect(lost.allSatisfy { requests.contains($0) })
  }

  @Test("The facility has the size and the shares of the one it stands for")
  func facts() throws {
    let loaded = Self.loaded[0]
    #expect(loaded.inmates.count == 3290)
    #expect(loaded.inmates.count { $0.residence == .medan } == 2340)
    let certified = Set(loaded.timetable.filter { $0.trainingKind == .certified }.map(\.name))
    #expect(certified == ["Barbershop", "Roti", "Tempe"])
    let trainees = loaded.inmates.filter { ($0.training ?? []).contains { certified.contains($0.text) } }
    #expect(trainees.count == 48)
    #expect(trainees.allSatisfy { $0.residence == .medan })
    #expect(Set(loaded.timetable.map(\.name)).count == 9)
    #expect(loaded.partners.count == 4 && loaded.advocates.count == 20)
    #expect(loaded.partners.allSatisfy { $0.agreement.first.text == "2025-11-11" && $0.name.hasSuffix("(rekaan)") })
    #expect(loaded.requests.count == 900)
    #expect(
      loaded.rooms.contains { $0.roomKind == .hall } && loaded.rooms.contains { $0.isConfidential && $0.isAccessible })
    #expect(Set(loaded.terms.map(\.law)) == [.old, .new])
    #expect(loaded.inmates.contains { $0.sex == .female })
    #expect(loaded.inmates.contains { ($0.birthDate?.completedYears(on: today) ?? 99) < 18 })
  }

  @Test("Holidays and collective leave are those of the two decrees")
  func holidays() throws {
    let loaded = Loaded(Options(seed: 9, inmates: 60))
    let calendar = loaded.calendar
    #expect(calendar.years == [2026, 2027])
    func count(_ year: Int, _ kind: Holiday.Kind) -> Int {
      calendar.holidays.count { $0.date.year == year && $0.kind == kind }
    }
    #expect(count(2026, .publicHoliday) == 17 && count(2026, .collectiveLeave) == 8)
    #expect(count(2027, .publicHoliday) == 18 && count(2027, .collectiveLeave) == 8)
    // Ten days without an ordinary working day around Idul Fitri 2027.
    let closed = try DateRange(parsing: "2027-03-06..2027-03-15")
    #expect(closed.count == 10)
    #expect(try calendar.workingDays(in: closed).isEmpty)
    #expect(try calendar.openingHours(on: today).text == "08:00-12:00,13:00-15:30")
    #expect(try calendar.openingHours(on: CivilDate(parsing: "2026-11-27")).text == "08:00-11:30,14:00-15:30")
    #expect(try calendar.openingHours(on: CivilDate(parsing: "2027-02-12")).text == "08:00-11:30,14:00-15:00")
    #expect(calendar.holidays.filter(\.mayMove).count == 6)
  }

  @Test(
    "Letters are those that the law allows: full terms, extensions that follow, one law a case",
    arguments: facilities.indices)
  func letters(index: Int) throws {
    let (options, loaded) = (Self.facilities[index], Self.loaded[index])
    let table = DetentionTermTable(rules: RuleDefaults.table)
    let byInmate = Dictionary(grouping: loaded.terms) { $0.inmate.text }
    let detained = loaded.inmates.filter(\.number.book.isDetainee)
    #expect(Set(byInmate.keys) == Set(detained.map(\.number.text)))
    let clock = try DetentionClock(rules: RuleDefaults.table, on: today)
    var bands: [DetentionBand: Int] = [:]
    for inmate in detained {
      let terms = try #require(byInmate[inmate.number.text]).compactMap { draft in
        draft.id.map {
          DetentionTerm(
            id: $0, inmate: Inmate.ID(bits: 1), stage: draft.stage, law: draft.law, grant: draft.grant,
            letter: draft.letter, first: draft.first, last: draft.last)
        }
      }
      for term in terms {
        #expect(term.problems.isEmpty)
        #expect(table.findings(term, earlier: terms) == [])
      }
      #expect(terms.map(\.first).min() == inmate.enteredOn)
      let status = clock.status(isDetainee: true, terms: terms, on: today)
      #expect(status.stage == inmate.number.book.stage)
      bands[status.band, default: 0] += 1
    }
    #expect(bands[.unknown] == nil)
    if options.inmates > 1000 {
      #expect((bands[.overstay] ?? 0) > 3 && (bands[.secondNotice] ?? 0) > 3 && (bands[.firstNotice] ?? 0) > 3)
      #expect((bands[.overstay] ?? 0) < detained.count / 20)
    }
  }

  @Test("No partner has served or represents two people who are against each other", arguments: facilities.indices)
  func wall(index: Int) {
    let loaded = Self.loaded[index]
    let partnerOf = Dictionary(
      loaded.advocates.compactMap { row in row.id.map { ($0.text, row.partner.key) } },
      uniquingKeysWith: { first, _ in first })
    var served: [String: Set<String>] = [:]
    for mandate in loaded.mandates {
      served[mandate.inmate.text, default: []].insert(partnerOf[mandate.advocate.text] ?? "")
    }
    for record in loaded.outcomes.compactMap(\.record) {
      served[record.inmate.text, default: []].insert(partnerOf[record.advocate.text] ?? "")
    }
    for request in loaded.requests {
      if let partner = request.acceptedBy { served[request.inmate.text, default: []].insert(partner.key) }
    }
    for parties in Dictionary(grouping: loaded.cases, by: \.caseKey).values {
      for (index, one) in parties.enumerated() {
        for other in parties[(index + 1)...] where PartyRole.areAdverse(one.role, other.role) {
          if let joint = one.jointDefence, joint == other.jointDefence { continue }
          let both = (served[one.inmate.text] ?? []).intersection(served[other.inmate.text] ?? [])
          #expect(both.isEmpty, "\(one.inmate.text) \(other.inmate.text)")
        }
      }
    }
  }

  @Test(
    "Past meetings were lawful: open, in the room, nobody twice, not on a day in court", arguments: facilities.indices)
  func meetings(index: Int) throws {
    let loaded = Self.loaded[index]
    let calendar = loaded.calendar
    let court = Set(loaded.hearings.filter { $0.status != .cancelled }.map { "\($0.inmate.text) \($0.date)" })
    let confidential = Set(loaded.rooms.filter(\.isConfidential).map { TextKey.of($0.name) })
    let requests = Dictionary(
      loaded.requests.compactMap { row in row.id.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    var taken: [String: [MinuteRange]] = [:]
    for row in loaded.outcomes {
      let record = try #require(row.record)
      #expect(row.outcome != nil)
      #expect(record.date < today)
      #expect(try calendar.isOpen(record.date, during: record.hours))
      #expect(!court.contains("\(record.inmate.text) \(record.date)"))
      #expect(confidential.contains(record.room?.key ?? ""))
      for key in [record.inmate.text, record.advocate.text, record.room?.text ?? ""] {
        let place = "\(record.date) \(key)"
        #expect(!(taken[place] ?? []).contains { $0.overlaps(record.hours) })
        taken[place, default: []].append(record.hours)
      }
      if let request = record.request {
        #expect(requests[request]?.inmate.text == record.inmate.text)
        #expect(row.outcome?.isLostWithoutFault == true)
      }
    }
  }

  @Test(
    "Requests are possible: filed on a working day by somebody who was there, nothing twice",
    arguments: facilities.indices)
  func requests(index: Int) throws {
    let loaded = Self.loaded[index]
    let calendar = loaded.calendar
    let people = Dictionary(
      loaded.inmates.map { ($0.number.text, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for request in loaded.requests {
      let inmate = try #require(people[request.inmate.text])
      #expect(inmate.enteredOn <= request.submittedOn && request.submittedOn < today)
      // Who came on a day without work filed on that day.
      #expect(try calendar.isWorkingDay(request.submittedOn) || request.submittedOn == inmate.enteredOn)
      #expect(seen.insert("\(request.inmate.text) \(request.service.code)").inserted)
    }
    for hearing in loaded.hearings { #expect(try calendar.isWorkingDay(hearing.date)) }
    let horizon = try DateRange(parsing: "2026-11-23..2026-12-04")
    for advocate in loaded.advocates {
      #expect(
        loaded.availability.contains {
          $0.advocate.text == advocate.id?.text && $0.days.overlaps(OpenDateRange(horizon.first, horizon.last))
        })
    }
  }

  @Test("The same seed gives the same bytes, another seed other people and other dirt")
  func seeds() {
    let (one, same) = (Loaded(Options(seed: 6, inmates: 300)), Loaded(Options(seed: 6, inmates: 300)))
    #expect(one.files == same.files)
    let other = Loaded(Options(seed: 7, inmates: 300))
    for kind in ImportKind.allCases where kind != .holidays {
      #expect(one.files[kind.fileName] != other.files[kind.fileName], "\(kind.code)")
    }
    #expect(Set(one.inmates.map(\.name)) != Set(other.inmates.map(\.name)))
  }

  @Test("Dirt changes how the files look and nothing of what they say")
  func dirt() {
    let (clean, dirty) = (
      Loaded(Options(seed: 8, inmates: 500, dirt: 0)), Loaded(Options(seed: 8, inmates: 500, dirt: 90))
    )
    #expect(clean.files["inmates.csv"] != dirty.files["inmates.csv"])
    #expect(clean.inmates.map(\.keys) == dirty.inmates.map(\.keys))
    #expect(clean.inmates.map(\.expiresOn) == dirty.inmates.map(\.expiresOn))
    #expect(clean.inmates.map(\.residence) == dirty.inmates.map(\.residence))
    #expect(clean.terms.map { [$0.first, $0.last] } == dirty.terms.map { [$0.first, $0.last] })
  }
}
