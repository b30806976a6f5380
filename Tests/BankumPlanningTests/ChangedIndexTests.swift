import SeededNumbers
import Testing

@testable import BankumModel
@testable import BankumPlanning

/// An index that takes over what a change does not touch is compared with one that is made anew.
@Suite("Changed facts")
struct ChangedIndexTests {
  @Test(
    "what is taken over is what is made anew: every profile, and every rule of random placements",
    arguments: 0..<30 as Range<UInt64>)
  func equal(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var facts = try RandomHouse.publishing(RandomHouse.facts(seed: seed), 3, seed: seed)
    if seed % 3 == 0 {
      facts.rules = try facts.rules.adding(
        Rule(key: .longestWaitingShare, value: .integer(200), validFrom: day("2025-12-01"), source: "letter 0"))
    }
    let index = try SmallHouse.index(facts)
    let check = RuleCheck(index)
    for _ in 0..<8 {
      let changes = (0..<dice.number(1...3)).map { _ in change(facts, using: &dice) }
      let text = "\(seed): \(WhatIf.text(changes))"
      let made = try FactIndex(try facts.applying(changes), period: index.period)
      let taken = try index.applying(changes)
      #expect(taken.profiles.count == made.profiles.count)
      for (left, right) in zip(taken.profiles, made.profiles) {
        #expect(isSame(left, right), "\(text): \(right.request.id.text)")
        #expect(taken.profileOf[left.request.id].map { isSame($0, right) } == true, "\(text)")
      }
      let (quick, slow) = (check.judging(by: taken), RuleCheck(made))
      for _ in 0..<20 {
        let request = facts.requests[dice.number(0...facts.requests.count - 1)].id
        let place = RandomHouse.randomPlacement(facts, request: request, using: &dice)
        let breaches = slow.breaches(place, notice: .new)
        #expect(quick.breaches(place, notice: .new) == breaches, "\(text)")
        #expect(quick.allows(place, notice: .new) == breaches.isEmpty, "\(text)")
      }
    }
  }

  @Test("a change that names somebody unknown is an error here too")
  func unknown() throws {
    let index = try SmallHouse.index(SmallHouse.facts())
    let changes = try WhatIf.changes(parsing: "mandate rq-00000001 ad-00000099")
    #expect { try index.applying(changes) } throws: { ($0 as? PlanningError)?.code == .whatIf }
  }

  private func isSame(_ left: RequestProfile, _ right: RequestProfile) -> Bool {
    left.request == right.request && left.inmate == right.inmate && left.priority == right.priority
      && left.minutes == right.minutes && left.callLead == right.callLead
      && left.isFirstMeeting == right.isFirstMeeting && left.languages == right.languages
      && left.wantsAccessibleRoom == right.wantsAccessibleRoom && left.holder == right.holder
      && left.wish == right.wish && left.earliest == right.earliest && left.due == right.due
      && left.clocks == right.clocks && left.conflicts == right.conflicts && left.flagged == right.flagged
      && left.knownAdvocate == right.knownAdvocate && left.classAllowance == right.classAllowance
  }

  /// A random change of any kind to what the facts hold.
  private func change(_ facts: HouseFacts, using dice: inout SeededGenerator) -> WhatIf {
    func any<Value>(_ values: [Value]) -> Value { values[dice.number(0...values.count - 1)] }
    let date = day("2026-11-23").adding(days: dice.number(0...8))
    let time = any([hours("08:00-09:30"), hours("10:00-12:00"), hours("13:00-16:00")])
    let (advocate, request) = (any(facts.advocates).id, any(facts.requests).id)
    let room = any(facts.rooms).id
    switch dice.number(0...15) {
    case 0: return .absent(advocate, DateRange(date))
    case 1: return .come(advocate, date, time)
    case 2: return .cap(advocate, daily: dice.number(0...5), weekly: dice.number(0...8))
    case 3: return .openRoom(room, date, time)
    case 4: return .closeRoom(room, DateRange(date), time)
    case 5: return .addRoom(date, time)
    case 6: return .openHouse(date, time)
    case 7: return .closeHouse(DateRange(date))
    case 8: return .escort(any(facts.blocks).id, dice.number(0...5))
    case 9: return .quota(any(facts.partners).id, dice.chance(20) ? nil : dice.number(0...4))
    case 10, 11: return .waive(request, any(Waiver.allCases))
    case 12: return .permit(request, date)
    case 13: return .mandate(request, advocate)
    case 14: return .leave(any(facts.inmates).id)
    default: return .reserve(request, advocate, date, time.start)
    }
  }
}
