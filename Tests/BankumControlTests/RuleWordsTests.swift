import BankumModel
import BankumOffice
import BankumWords
import Testing

@testable import BankumControl
@testable import BankumPlanning

@Suite("The words of rules")
struct RuleWordsTests {
  @Test("every rule has a sentence of its own in both languages", arguments: Language.allCases)
  func rules(language: Language) throws {
    let date = try CivilDate(parsing: "2026-11-24")
    let values: [RuleBreach.Value] = [.number(3), .number(4), .date(date), .code("hospital")]
    let texts = HouseRule.allCases.map { rule in
      RuleBreach(rule, advocate: Advocate.ID(bits: 1), room: Room.ID(bits: 1), values).message.text(in: language)
    }
    // Advocates and rooms are taken in the same words.
    let doubled = Set(texts.filter { text in texts.count { $0 == text } > 1 })
    #expect(doubled.count <= 1, "\(doubled)")
    #expect(texts.allSatisfy { $0.count > 8 })
  }

  @Test("what an inmate is told names no conflict", arguments: Language.allCases)
  func inmate(language: Language) {
    for reason in InmateReason.allCases {
      let text = reason.message.text(in: language).lowercased()
      for word in ["conflict", "benturan", "interest", "kepentingan", "lbh"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
  }
}
