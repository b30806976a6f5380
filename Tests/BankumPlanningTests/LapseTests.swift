import BankumModel
import Testing

@testable import BankumPlanning

@Suite("Papers that lapse")
struct LapseTests {
  private static func house() -> HouseFacts {
    var facts = SmallHouse.facts()
    facts.mandates = [
      Mandate(
        id: Mandate.ID(bits: 1), inmate: SmallHouse.inmate, partner: SmallHouse.partner, advocate: SmallHouse.advocate,
        letter: "SK-1", days: SmallHouse.long)
    ]
    facts.sessions = ["2026-11-24", "2026-11-26"].enumerated().map { number, date in
      SmallHouse.session(
        UInt64(number), request: nil, inmate: 1, advocate: 1, partner: 1, room: 1, date, "09:00-10:00")
    }
    return facts
  }

  @Test(
    "are warned of sixty days before, and when they have lapsed; mandates and later meetings are named",
    arguments: [
      ("2027-01-23", nil), ("2027-01-22", [UInt64]()), ("2026-11-25", [1]), ("2026-11-23", [0, 1]),
      ("2026-11-22", [0, 1]),
    ])
  func warning(last: String, later: [UInt64]?) throws {
    for paper in CredentialStatus.Credential.allCases {
      var facts = Self.house()
      switch paper {
      case .agreement: facts.partners[0].agreement.last = day(last)
      case .accreditation: facts.partners[0].accreditation.last = day(last)
      case .licence: facts.advocates[0].licence.last = day(last)
      case .employment: facts.advocates[0].employment.last = day(last)
      }
      let lapses = try SmallHouse.index(facts).lapses
      guard let later else {
        #expect(lapses.isEmpty)
        continue
      }
      let lapse = try #require(lapses.first)
      #expect(lapses.count == 1 && lapse.credential == paper && lapse.last == day(last))
      #expect(lapse.partner == SmallHouse.partner)
      #expect(lapse.advocate == (paper == .licence || paper == .employment ? SmallHouse.advocate : nil))
      #expect(lapse.isLapsed == (last == "2026-11-22"))
      #expect(lapse.mandates == [Mandate.ID(bits: 1)])
      #expect(lapse.sessions.map(\.bits) == later)
    }
  }
}
