import SeededNumbers
import Testing

@testable import BankumModel

@Suite struct ConflictWallTests {
  private func file(
    _ number: UInt64, _ parties: [(UInt64, PartyRole)], relations: [PartyRelation] = [], linked: [UInt64] = []
  ) -> CaseFile {
    CaseFile(
      id: Fixture.caseFile(number), law: .new,
      parties: parties.map { CaseParty(inmate: Fixture.inmate($0.0), role: $0.1) }, relations: relations,
      linkedFiles: Set(linked.map { Fixture.caseFile($0) }))
  }

  private func relation(_ one: UInt64, _ other: UInt64, _ kind: PartyRelationKind, _ on: String) throws -> PartyRelation
  {
    let pair = try #require(InmatePair(Fixture.inmate(one), Fixture.inmate(other)))
    return PartyRelation(pair: pair, kind: kind, reason: "one defence", decidedOn: day(on))
  }

  private func tie(_ inmate: UInt64, _ partner: UInt64, _ tie: Tie = .mandate) -> Representation {
    Representation(inmate: Fixture.inmate(inmate), partner: Fixture.partner(partner), tie: tie)
  }

  @Test func `Co-defendants are adverse until the registrar links them, pair by pair`() throws {
    let ties = [tie(1, 1)]
    let open = ConflictWall(cases: [file(1, [(1, .accused), (2, .accused), (3, .accused)])], representations: ties)
    #expect(open.exclusions(for: Fixture.inmate(2)) == [Fixture.partner(1): [.adverseMandate]])
    #expect(open.exclusions(for: Fixture.inmate(1)) == [:])
    let linked = ConflictWall(
      cases: [
        file(
          1, [(1, .accused), (2, .accused), (3, .accused)], relations: [try relation(2, 1, .joint, "2026-11-01")])
      ], representations: ties)
    #expect(linked.allows(Fixture.partner(1), for: Fixture.inmate(2)))
    // Joint with one is not joint with all.
    #expect(!linked.allows(Fixture.partner(1), for: Fixture.inmate(3)))
    #expect(linked.adversaries(of: Fixture.inmate(3)) == [Fixture.inmate(1), Fixture.inmate(2)])
  }

  @Test func `The last decision about a pair stands, and an adverse one makes a wall where roles make none`() throws {
    let decisions = [
      try relation(1, 2, .joint, "2026-11-01"), try relation(1, 2, .adverse, "2026-11-05"),
      try relation(3, 4, .adverse, "2026-11-05"),
    ]
    let wall = ConflictWall(
      cases: [file(1, [(1, .accused), (2, .accused), (3, .witness), (4, .victim)], relations: decisions)],
      representations: [tie(1, 1), tie(3, 3)])
    #expect(!wall.allows(Fixture.partner(1), for: Fixture.inmate(2)))
    #expect(!wall.allows(Fixture.partner(3), for: Fixture.inmate(4)))
  }

  @Test(arguments: PartyRole.allCases, PartyRole.allCases)
  func `Roles are adverse both ways, and only victims and witnesses are not against each other`(
    first: PartyRole, second: PartyRole
  ) {
    let wall = ConflictWall(cases: [file(1, [(1, first), (2, second)])], representations: [tie(1, 1)])
    let innocent: Set<PartyRole> = [.victim, .witness]
    let expected = !(innocent.contains(first) && innocent.contains(second))
    #expect(wall.allows(Fixture.partner(1), for: Fixture.inmate(2)) == !expected)
    #expect(PartyRole.areAdverse(first, second) == PartyRole.areAdverse(second, first))
  }

  @Test func `Split files of one matter are one, over any chain of links`() {
    let cases = [
      file(1, [(1, .accused)], linked: [2]), file(2, [(2, .accused)]), file(3, [(3, .accused)], linked: [2]),
      file(4, [(4, .accused)]),
    ]
    let wall = ConflictWall(cases: cases, representations: [tie(1, 1), tie(4, 4)])
    #expect(wall.exclusions(for: Fixture.inmate(3)) == [Fixture.partner(1): [.adverseMandate]])
    #expect(wall.adversaries(of: Fixture.inmate(4)) == [])
  }

  @Test(arguments: [
    ("2026-11-01", "2026-11-02", true), ("2026-11-02", "2026-11-01", false), ("2026-11-01", "2026-11-01", false),
  ])
  func `Between split files the later decision stands, and of one day the adverse one`(
    adverseOn: String, jointOn: String, isAllowed: Bool
  ) throws {
    let cases = [
      file(1, [(1, .accused)], relations: [try relation(1, 2, .adverse, adverseOn)], linked: [2]),
      file(2, [(2, .accused)], relations: [try relation(1, 2, .joint, jointOn)]),
    ]
    for order in [cases, cases.reversed()] {
      let wall = ConflictWall(cases: order, representations: [tie(1, 1)])
      #expect(wall.allows(Fixture.partner(1), for: Fixture.inmate(2)) == isAllowed)
    }
  }

  @Test func `Every tie to an adversary blocks, each with its own reason; a report blocks alone`() {
    let wall = ConflictWall(
      cases: [file(1, [(1, .accused), (2, .victim)])],
      representations: [tie(1, 1), tie(1, 2, .accepted), tie(1, 3, .offered), tie(1, 4, .past), tie(1, 1, .past)],
      reported: [ReportedConflict(inmate: Fixture.inmate(2), partner: Fixture.partner(4))])
    #expect(
      wall.exclusions(for: Fixture.inmate(2)) == [
        Fixture.partner(1): [.adverseMandate, .adversePastClient], Fixture.partner(2): [.adverseClient],
        Fixture.partner(3): [.adverseOffer], Fixture.partner(4): [.adversePastClient, .conflictReported],
      ])
  }

  @Test func `An override takes a reason and a second person`() {
    func wall(_ confirmedBy: String?, reason: String = "agreed in writing") -> ConflictWall {
      ConflictWall(
        cases: [file(1, [(1, .accused), (2, .accused)])], representations: [tie(1, 1)],
        overrides: [
          ConflictOverride(
            inmate: Fixture.inmate(2), partner: Fixture.partner(1), reason: reason, askedBy: "sari",
            confirmedBy: confirmedBy)
        ])
    }
    #expect(!wall(nil).allows(Fixture.partner(1), for: Fixture.inmate(2)))
    #expect(!wall("sari").allows(Fixture.partner(1), for: Fixture.inmate(2)))
    #expect(!wall("budi", reason: " ").allows(Fixture.partner(1), for: Fixture.inmate(2)))
    #expect(wall("budi").allows(Fixture.partner(1), for: Fixture.inmate(2)))
  }

  @Test func `Mandates that stand against the wall are flagged`() throws {
    let wall = ConflictWall(
      cases: [file(1, [(1, .accused), (2, .accused), (3, .accused)])],
      representations: [tie(1, 1), tie(2, 1, .accepted), tie(3, 1, .past), tie(3, 1, .offered)])
    let pair = try #require(InmatePair(Fixture.inmate(1), Fixture.inmate(2)))
    #expect(wall.breaches() == [WallBreach(partner: Fixture.partner(1), pair: pair)])
  }

  @Test func `With five adverse co-defendants and four partners the fifth has none left`() {
    let wall = ConflictWall(
      cases: [file(1, (1...5 as ClosedRange<UInt64>).map { ($0, PartyRole.accused) })],
      representations: (1...4 as ClosedRange<UInt64>).map { tie($0, $0) })
    #expect(wall.exclusions(for: Fixture.inmate(5)).count == 4)
    #expect(wall.exclusions(for: Fixture.inmate(1)).count == 3)
  }

  @Test func `No two adverse people are ever allowed the same partner, in whatever order the facts come`() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      var cases: [CaseFile] = []
      for number in 1...4 as ClosedRange<UInt64> {
        let people = (1...8 as ClosedRange<UInt64>).shuffled(using: &generator).prefix(3)
        let parties = people.map { ($0, PartyRole.allCases.randomElement(using: &generator) ?? .accused) }
        let linked = Bool.random(using: &generator) ? [number % 4 + 1] : []
        cases.append(file(number, parties, linked: linked))
      }
      let ties = (0..<6).map { _ in
        tie(
          UInt64.random(in: 1...8, using: &generator), UInt64.random(in: 1...4, using: &generator),
          Tie.allCases.randomElement(using: &generator) ?? .mandate)
      }
      let wall = ConflictWall(cases: cases, representations: ties)
      for pair in wall.adversePairs {
        for tie in ties where tie.inmate == pair.one {
          #expect(!wall.allows(tie.partner, for: pair.other))
        }
      }
      let shuffled = ConflictWall(
        cases: cases.shuffled(using: &generator), representations: ties.shuffled(using: &generator))
      #expect(shuffled.adversePairs == wall.adversePairs)
      for number in 1...8 as ClosedRange<UInt64> {
        #expect(shuffled.exclusions(for: Fixture.inmate(number)) == wall.exclusions(for: Fixture.inmate(number)))
      }
    }
  }
}
