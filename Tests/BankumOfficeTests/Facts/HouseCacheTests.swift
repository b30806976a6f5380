import BankumPlanning
import BankumStore
import BankumTesting
import SeededNumbers
import Testing

@testable import BankumModel
@testable import BankumOffice

@Suite("The house as it stands, kept between questions")
struct HouseCacheTests {
  @Test("is after any write what the register says, whatever of it was kept", arguments: 0..<4 as Range<UInt64>)
  func renewed(seed: UInt64) async throws {
    let house = try await SessionHouse()
    let (register, cache, now) = (house.office.register, HouseCache(), house.office.clock.civilNow)
    var dice = SeededGenerator(seed: seed)
    for step in 0..<30 {
      let (kind, number) = (Int.random(in: 0..<11, using: &dice), Int.random(in: 0..<8, using: &dice))
      try await house.write { transaction in
        try Self.change(kind, number, step, house, transaction)
        return Done()
      }
      // Some writes are seen together.
      guard step % 3 != 1 else { continue }
      let (kept, fresh) = try await register.readUnaudited { reading in
        let facts = try reading.houseFacts(at: now).facts
        let period = try PlanningPeriod(facts)
        let kept = try cache.check(reading, register, at: now).index.facts
        return (kept.digestBytes(period: period), facts.digestBytes(period: period))
      }
      #expect(kept == fresh, "seed \(seed), step \(step), kind \(kind)")
    }
    #expect(cache.made > 10)
  }

  private static func change(
    _ kind: Int, _ number: Int, _ step: Int, _ house: SessionHouse, _ transaction: Transaction
  ) throws {
    let (today, inmate) = (house.thursday.adding(days: -3), house.inmates[number])
    switch kind {
    case 0:
      var request = try transaction.get(house.requests[number])
      request.lostMeetings += 1
      try transaction.put(request)
    case 1:
      var session = try transaction.get(house.sessions[number % 4])
      session.state = session.state == .cancelled ? .offered : .cancelled
      try transaction.put(session)
    case 2:
      var person = try transaction.get(inmate)
      person.needs = person.needs.isEmpty ? [.accessibleRoom] : []
      try transaction.put(person)
    case 3:
      try transaction.put(
        Hearing(id: Hearing.ID(bits: UInt64(step + 1)), inmate: inmate, date: today.adding(days: number), court: "PN"))
    case 4:
      try transaction.put(
        DetentionTerm(
          id: DetentionTerm.ID(bits: UInt64(step + 1)), inmate: inmate, stage: .trial, law: .new, grant: .first,
          letter: "P-\(step)", first: today.adding(days: -step), last: today.adding(days: 29 - step)))
    case 5:
      try transaction.put(
        Absence(
          id: Absence.ID(bits: UInt64(step + 1)), inmate: inmate,
          days: OpenDateRange(today, today.adding(days: number)), reason: .hospital,
          suspendsDetention: number.isMultiple(of: 2)))
    case 6:
      try transaction.put(
        Mandate(
          id: Mandate.ID(bits: UInt64(step + 1)), inmate: inmate, partner: house.partners[number / 4],
          advocate: house.advocates[number / 2], letter: "SK-\(step)",
          days: OpenDateRange(today)))
    case 7:
      try transaction.put(
        CaseFile(
          id: CaseFile.ID(bits: UInt64(number % 3 + 1)), number: "\(step)/Pid.B/2026/PN Mdn", law: .new,
          parties: [
            CaseParty(inmate: inmate, role: .accused),
            CaseParty(inmate: house.inmates[(number + 1) % 8], role: .accused),
          ]))
    case 8:
      try transaction.put(Block(id: house.block, name: "A", escortCapacity: 1 + step % 5))
    case 9:
      var session = try transaction.get(house.sessions[number % 4])
      session.state = .held
      session.date = today.adding(days: -1 - number)
      try transaction.put(session)
    default:
      try transaction.put(
        KeepApart(
          id: KeepApart.ID(bits: UInt64(step + 1)),
          pair: try InmatePair(inmate, house.inmates[(number + 1) % 8]).orThrow(), days: OpenDateRange(today),
          reason: .fight))
    }
  }

  @Test("is made once for a state, however many ask, and given back when nobody has asked for a while")
  func once() async throws {
    let house = try await SessionHouse()
    let (register, cache, now) = (house.office.register, HouseCache(), house.office.clock.civilNow)
    let sessions = house.sessions
    func ask() async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<12 {
          group.addTask {
            _ = try await register.readUnaudited { reading in
              if number.isMultiple(of: 3) {
                _ = try cache.schedule(reading, register, at: now, withDraft: number.isMultiple(of: 2))
              } else {
                _ = try cache.check(reading, register, at: now).breaches(try reading.get(sessions[number % 4]))
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
    try await ask()
    try await ask()
    #expect(cache.made == 1)
    try await house.write { transaction in
      try transaction.put(Block(id: house.block, name: "B", escortCapacity: 2))
      return Done()
    }
    try await ask()
    #expect(cache.made == 2)
    #expect(!cache.release(unusedFor: .seconds(60)))
    #expect(cache.release(unusedFor: .zero))
    #expect(!cache.release(unusedFor: .zero))
    try await ask()
    #expect(cache.made == 3)
  }

  @Test("answers at each minute as a house made at that minute does, and is not made anew for each")
  func minutes() async throws {
    let house = try await SessionHouse()
    let (register, cache) = (house.office.register, HouseCache())
    let start = CivilTime(house.thursday, MinuteOfDay(minutes: 8 * 60) ?? .startOfDay)
    for minute in stride(from: 0, to: 8 * 60, by: 7) {
      guard let time = start.minute.adding(minutes: minute) else { continue }
      let now = CivilTime(house.thursday, time)
      let answers = try await register.readUnaudited { reading in
        let facts = try reading.houseFacts(at: now).facts
        let check = RuleCheck(try FactIndex(facts, period: try PlanningPeriod(facts)))
        let fresh = try PublishedSchedule(facts)
        let kept = try cache.schedule(reading, register, at: now, withDraft: false)
        let requests = fresh.index.profiles.map(\.request.id)
        return try [
          (
            "\(check.brokenSessions().keys.map(\.text).sorted())",
            "\(try cache.check(reading, register, at: now).brokenSessions().keys.map(\.text).sorted())"
          )
        ]
          + requests.prefix(3).map { request in
            ("\(String(describing: try fresh.explain(request)))", "\(String(describing: try kept.explain(request)))")
          }
      }
      for (fresh, kept) in answers { #expect(fresh == kept, "at \(now.text)") }
    }
    #expect(cache.made < 8 * 60 / 7)
  }
}

extension Optional {
  fileprivate func orThrow() throws -> Wrapped {
    guard let self else { throw OfficeError.busy(.run) }
    return self
  }
}
