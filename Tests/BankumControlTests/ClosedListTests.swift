import BankumAPI
import BankumExchange
import BankumModel
import BankumOffice
import Foundation
import Testing
import Varlink

@testable import BankumControl

/// Lists that stand in the model, and again in the interfaces' texts and in the client's options.
@Suite("Closed lists say the same wherever they stand")
struct ClosedListTests {
  private static func codes<Value: Coded>(_ type: Value.Type) -> Set<String> { Set(Value.allCases.map(\.code)) }

  /// The lists of the model and the office.
  private static let lists: [Set<String>] = [
    codes(AbsenceReason.self), codes(AccreditationClass.self), codes(AdvocateKind.self), codes(AlarmKind.self),
    codes(Audience.self), codes(BlockKind.self), codes(ChangeReason.self), codes(Channel.self),
    codes(ClosingReason.self), codes(CredentialStatus.Credential.self), codes(DetentionBand.self),
    codes(DetentionGrant.self), codes(DetentionLaw.self), codes(DetentionStage.self), codes(EducationState.self),
    codes(EventKind.self), codes(ExclusionReason.self), codes(HearingStatus.self), codes(ImportKind.self),
    codes(KeepApartReason.self), codes(MandateEnd.self), codes(Need.self), codes(NoticeKind.self),
    codes(PartyRelationKind.self), codes(PartyRole.self), codes(PlanState.self), codes(PovertyProof.self),
    codes(Presence.self), codes(RefusalReason.self), codes(RequestState.self), codes(ReviewDecision.self),
    codes(ReviewKind.self), Set(Role.allCases.map(\.rawValue)), codes(RoomKind.self),
    codes(RuleDefinition.Authority.self),
    codes(CalendarDecision.Scope.self), codes(Service.self), codes(SessionState.self), codes(Sex.self),
    codes(Skill.self), codes(TrainingKind.self), codes(Weekday.self),
  ]

  /// What the client asks of itself, or a part of a list that is the whole of what the option takes.
  private static let ownChoices: [Set<String>] = [
    ["table", "json", "csv"], ["table", "json", "csv", "ics"], ["short", "pretty", "off"], ["id", "en"],
    // Whether the clock of detention stands while somebody is away; who refuses; services with a meeting; outcomes.
    ["stands", "runs"], ["partner", "inmate"], ["consultation", "assistance"],
    ["held", "cutShort", "noShowAdvocate", "refusedByInmate", "notBrought"],
    // Why the registrar calls a meeting off; silence and conflict are found by the daemon.
    [
      "advocateUnavailable", "inmateUnavailable", "hearing", "roomUnavailable", "houseUnavailable", "security", "asked",
      "urgency", "requestEnded",
    ],
  ]

  /// Fields whose text names a part of a list on purpose, with why.
  private static let parts: [String: String] = [
    "Alarm.kind": "an agreement and a law are what two alarms are about",
    "DocketSession.service": "a docket has meetings", "DocketSession.status": "a docket has published meetings",
    "SessionInfo.service": "a meeting is not education", "RecordSession.service": "a meeting is not education",
    "DepartInmate.how": "whoever departs is not here",
  ]

  @Test("every choice of an option is a whole list, in the client's words")
  func choices() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/bankumctl")
    let pattern = try Regex(
      #"(?:choice\(|static let (?:stages|kinds|services|audiences|reasons|outcomes)[^=\n]*= )\[([^\]]+)\]"#)
    var count = 0
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: pattern) {
        // What stands between quotes is at the odd places.
        let parts = (match.output[1].substring ?? "").split(separator: "\"", omittingEmptySubsequences: false)
        let choices = Set(parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) })
        guard !choices.isEmpty else { continue }
        count += 1
        let isKnown = (Self.lists + Self.ownChoices).contains(choices)
        #expect(isKnown, "\(file.lastPathComponent): \(choices.sorted())")
      }
    }
    #expect(count > 30)
  }

  @Test("the kinds whose ids are completed are the same in the contract and in the office")
  func knownKinds() {
    #expect(Set(KnownKind.allCases.map(\.rawValue)) == Set(IdentifiedKind.allCases.map(\.rawValue)))
  }

  /// Every field and parameter that has a text, by where it stands.
  private static func documented() throws -> [(place: String, text: String)] {
    var found: [(String, String)] = []
    func add(_ place: String, _ fields: [VarlinkField]) {
      for field in fields {
        if !field.documentation.isEmpty {
          found.append(("\(place).\(field.name)", field.documentation.joined(separator: " ")))
        }
        if case .structure(let inner) = field.type { add("\(place).\(field.name)", inner) }
      }
    }
    for definition in BankumInterfaces.all {
      for member in try InterfaceParser.parse(definition.text).members {
        switch member.declaration {
        case .type(.structure(let fields)), .error(let fields): add(member.name, fields)
        case .type: continue
        case .method(let input, let output):
          add(member.name, input)
          add(member.name, output)
        }
      }
    }
    return found
  }

  @Test("a text of an interface that names most of a list names all of it")
  func interfaces() throws {
    var whole = 0
    for (place, text) in try Self.documented() {
      let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map { $0.trimmingSuffix(".") })
      let complete = Self.lists.filter { $0.count > 2 && $0.isSubset(of: words) }
      whole += complete.count
      // Words of one list are also words of others: a text that names all of one has said what it means.
      let said = complete.reduce(into: Set<String>()) { $0.formUnion($1) }
      for list in Self.lists where list.count > 2 {
        let named = list.intersection(words)
        guard named.count * 2 > list.count, !named.isSubset(of: said) else { continue }
        #expect(Self.parts[place] != nil, "\(place) leaves out \(list.subtracting(named).sorted())")
      }
    }
    #expect(whole > 20)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    last == character ? String(dropLast()) : String(self)
  }
}
