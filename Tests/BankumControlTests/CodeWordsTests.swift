import BankumModel
import BankumWords
import Testing

@testable import BankumStore

@Suite("The words for codes")
struct CodeWordsTests {
  private static func codes<Value: Coded>(_ type: Value.Type) -> [String] { Value.allCases.map(\.code) }

  /// The families that `bankumctl` shows, with the codes that the service sends.
  static let families: [(String, [String])] = [
    ("grant", codes(DetentionGrant.self)), ("law", codes(DetentionLaw.self)),
    ("hearingStatus", codes(HearingStatus.self)), ("advocateKind", codes(AdvocateKind.self)),
    ("weekday", codes(Weekday.self)), ("roomKind", codes(RoomKind.self)), ("blockKind", codes(BlockKind.self)),
    ("trainingKind", codes(TrainingKind.self)), ("keepApart", codes(KeepApartReason.self)),
    ("partyRole", codes(PartyRole.self)), ("relation", codes(PartyRelationKind.self)),
    ("absence", codes(AbsenceReason.self)), ("need", codes(Need.self)), ("skill", codes(Skill.self)),
    ("channel", codes(Channel.self)), ("exclusion", codes(ExclusionReason.self)),
    ("refusal", codes(RefusalReason.self)), ("closing", codes(ClosingReason.self)),
    ("mandateEnd", codes(MandateEnd.self)), ("authority", codes(RuleDefinition.Authority.self)),
    ("unit", codes(RuleDefinition.Unit.self)), ("flag", codes(CredentialStatus.Credential.self) + ["stale"]),
    ("calendar", codes(Holiday.Kind.self) + codes(CalendarDecision.Scope.self) + ["week", "close", "open", "hours"]),
    ("ruleState", ["proposed", "inForce", "coming", "past"]), ("service", codes(Service.self)),
    ("requestState", codes(RequestState.self)), ("session", codes(SessionState.self)),
  ]

  @Test("every code has a word in both languages, short enough for a table", arguments: families)
  func words(family: String, codes: [String]) throws {
    for code in codes {
      let word = try #require(Message.named("\(family).\(code)"), "\(family).\(code)")
      for language in Language.allCases {
        let text = word.text(in: language)
        #expect(!text.isEmpty && text.count <= 30, "\(text)")
      }
    }
  }

  @Test("every kind of record has a word in both languages, but those that only keep the books")
  func kinds() {
    let books = ["importBatch", "importChange", "roleGrant", "educationEvent"]
    for kind in StoredKinds.names where !books.contains(kind) {
      #expect(Message.named("kind.\(kind)") != nil, "kind.\(kind)")
    }
  }
}
