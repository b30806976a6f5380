import BankumModel
import Matching
import Testing

@testable import BankumPlanning

@Suite("Explanations")
struct ExplanationTests {
  @Test("the smallest change of a waiting request really opens a place, nobody else moving", arguments: 0..<30)
  func smallestChange(seed: Int) throws {
    let facts = RandomHouse.facts(seed: UInt64(seed))
    let decisions = try SmallHouse.decide(facts)
    for waiting in decisions.waiting {
      let explanation = try #require(try decisions.explain(waiting.request))
      #expect(explanation.reasons == waiting.reasons)
      guard !explanation.smallestChange.isEmpty, let opened = explanation.opened else { continue }
      let text = WhatIf.text(explanation.smallestChange)
      let changed = try facts.applying(try WhatIf.changes(parsing: text))
      let index = try SmallHouse.index(changed)
      var check = RuleCheck(index)
      for session in decisions.sessions {
        check.bookings.add(
          Booking(
            Placement(
              request: session.request, advocate: session.advocate, room: session.room, date: session.date,
              start: session.hours.start),
            inmate: session.inmate, partner: session.partner, hours: session.hours,
            buffer: index.numbers.bufferMinutes), index: index)
      }
      #expect(check.breaches(opened).isEmpty, "\(seed): \(text)")
      // As the facts were, the place is closed.
      #expect(!decisions.check.breaches(opened).isEmpty, "\(seed): \(text) changes nothing")
    }
  }

  @Test(
    "the smallest change and who would take its place are those that the long way finds",
    arguments: 0..<6 as Range<UInt64>)
  func longWay(seed: UInt64) throws {
    let facts = try RandomHouse.publishing(RandomHouse.facts(seed: seed), 4, seed: seed)
    let index = try SmallHouse.index(facts)
    let check = RuleCheck(index)
    let byRank = index.profiles.enumerated().sorted {
      ($0.element.priority.rank, $0.offset) < ($1.element.priority.rank, $1.offset)
    }.map(\.element)
    for profile in index.profiles {
      let (quick, long) = (SmallestChange(check: check), LongWay(check: check))
      let (found, expected) = (try quick.find(profile), try long.find(profile))
      #expect(found?.placement == expected?.placement, "\(seed): \(profile.request.id.text)")
      #expect(found?.changes == expected?.changes, "\(seed): \(profile.request.id.text)")
      guard let found else { continue }
      #expect(
        try quick.rival(found.changes, found.placement, among: byRank.map(\.request.id))
          == long.rival(found.changes, found.placement, among: index.profiles), "\(seed)")
    }
  }

  @Test("a run with the smallest change has room for the request in its problem")
  func placedByTheRun() throws {
    var placed = 0
    for seed in 0..<20 as Range<UInt64> {
      let facts = RandomHouse.facts(seed: seed)
      let decisions = try SmallHouse.decide(facts)
      for waiting in decisions.waiting {
        guard let explanation = try decisions.explain(waiting.request), let opened = explanation.opened else {
          continue
        }
        let index = try SmallHouse.index(try facts.applying(explanation.smallestChange))
        let planning = try ProblemBuilder.build(index)
        let old = decisions.plan.assignments.compactMap { decisions.planning.placement($0) }
        let chosen = (old + [opened]).map { planning.assignments($0) }
        let verifier = Verifier(planning.problem)
        let lawful = chosen.map { choices in choices.first { !verifier.breaksAlone($0) } }
        let whole = lawful.compactMap(\.self)
        if whole.count == chosen.count && verifier.violations(whole).isEmpty {
          placed += 1
        } else {
          #expect(GridEffects.explain(index, opened) || old.contains { GridEffects.explain(index, $0) }, "\(seed)")
        }
      }
    }
    #expect(placed > 20)
  }

  @Test(
    "a run with the smallest change places the request, whoever stands before it", arguments: 0..<25 as Range<UInt64>)
  func servedByTheRun(seed: UInt64) throws {
    let facts = RandomHouse.facts(seed: seed)
    let decisions = try SmallHouse.decide(facts)
    for waiting in decisions.waiting {
      guard let explanation = try decisions.explain(waiting.request), let opened = explanation.opened else { continue }
      let text = WhatIf.text(explanation.smallestChange)
      let changed = try facts.applying(try WhatIf.changes(parsing: text))
      let after = try SmallHouse.decide(changed)
      let meeting = after.sessions.first { $0.request == waiting.request }
      if meeting == nil, GridEffects.explain(after.planning.index, opened) { continue }
      #expect(meeting?.advocate == opened.advocate && meeting?.date == opened.date, "\(seed): \(text)")
    }
  }

  @Test("whoever would get the opened place otherwise is named: the first of those who wait and may have it")
  func rival() throws {
    var facts = SmallHouse.facts()
    facts.inmates += [SmallHouse.inmate(2), SmallHouse.inmate(3)]
    facts.terms += [SmallHouse.term(2), SmallHouse.term(3)]
    facts.requests += [SmallHouse.request(2, inmate: 2), SmallHouse.request(3, inmate: 3)]
    facts.requests[1].submittedOn = day("2026-11-09")
    facts.requests[2].submittedOn = day("2026-11-16")
    facts.advocates = [facts.advocates[0]]
    facts.advocates[0].weeklyCap = 1
    let decisions = try SmallHouse.decide(facts)
    #expect(decisions.waiting.map(\.request.bits) == [2, 3])
    #expect(try decisions.explain(Request.ID(bits: 3))?.rival == Request.ID(bits: 2))
    #expect(try decisions.explain(Request.ID(bits: 2))?.rival == Request.ID(bits: 3))
  }

  @Test("somebody whom a full advocate keeps waiting is told the cap, and a run with it places him")
  func cap() throws {
    var facts = SmallHouse.facts()
    facts.inmates.append(SmallHouse.inmate(2))
    facts.terms.append(SmallHouse.term(2))
    facts.requests.append(SmallHouse.request(2, inmate: 2))
    facts.requests[1].submittedOn = day("2026-11-09")
    facts.advocates = [facts.advocates[0]]
    facts.advocates[0].weeklyCap = 1
    let decisions = try SmallHouse.decide(facts)
    #expect(decisions.waiting.map(\.request) == [Request.ID(bits: 2)])
    #expect(decisions.waiting[0].reasons.map(\.breach.rule) == [.advocateUnavailable, .advocateBusy, .weeklyCap])
    let explanation = try #require(try decisions.explain(Request.ID(bits: 2)))
    let opened = try #require(explanation.opened)
    let place = "\(opened.date.text) \(opened.start.text)"
    #expect(
      WhatIf.text(explanation.smallestChange)
        == "cap ad-00000001 8 2; reserve rq-00000002 ad-00000001 \(place)")
    #expect(explanation.rival == nil)
    #expect(explanation.alternatives.first?.advocate == SmallHouse.advocate)
    #expect(explanation.expected.map { $0.first > day("2026-11-27") } == true)
    let after = try SmallHouse.decide(try facts.applying(explanation.smallestChange))
    #expect(after.waiting.isEmpty)
  }

  @Test("what the wall forbids no change opens")
  func wall() throws {
    var facts = SmallHouse.facts()
    facts.reportedConflicts = [
      ReportedConflict(inmate: SmallHouse.inmate, partner: SmallHouse.partner),
      ReportedConflict(inmate: SmallHouse.inmate, partner: SmallHouse.otherPartner),
    ]
    let decisions = try SmallHouse.decide(facts)
    #expect(decisions.waiting[0].hasNoEligiblePartner)
    #expect(Set(decisions.waiting[0].reasons.map(\.breach.rule)).contains(.conflictReported))
    let explanation = try #require(try decisions.explain(SmallHouse.request))
    #expect(explanation.smallestChange.isEmpty && explanation.expected == nil)
  }
}
