import BankumModel
import BankumOffice
import BankumTesting
import JSON
import SeededNumbers
import Testing
import Varlink

@testable import BankumControl

@Suite("The register as a partner sees it")
struct RegistryIsolationTests {
  /// Every method that a partner may call, with the parameters that it may be given.
  static let methods: [String: [String]] = [
    "ListInmates": ["search", "block", "presence", "band"], "FindInmates": ["text"], "ShowInmate": ["inmate"],
    "ListTerms": ["inmate", "stage", "endsBy"], "ListHearings": ["inmate", "from", "to", "status"],
    "AddHearing": ["inmate", "date", "case", "advocate"], "ListCases": ["inmate", "search"], "ShowCase": ["case"],
    "ListPartners": ["partner"], "ListAdvocates": ["advocate", "partner"],
    "SetAdvocateAbsent": ["advocate", "from", "to"], "ListAvailability": ["advocate", "partner"],
    "AddAvailability": ["advocate", "weekday", "from", "to", "hours"], "RemoveAvailability": ["availability"],
    "ConfirmAvailability": ["availability", "advocate"], "ListMandates": ["inmate", "partner", "advocate"],
    "AddMandate": ["inmate", "advocate", "letter", "case"], "EndMandate": ["mandate", "reason"],
    "AddAdvocate": ["partner", "name", "kind", "sex"], "SetAdvocate": ["advocate", "kind"],
    "EndAdvocate": ["advocate", "on"], "ListRooms": [], "ListBlocks": [], "ListCalendar": ["from", "to"],
    "ListTraining": [], "ListRules": ["beginning"], "ShowRule": ["key"],
  ]

  /// What a parameter may be: of A, of B, of nobody, and nonsense. Nothing that is looked for in answers.
  static func values(_ parameter: String, _ dice: inout SeededGenerator) -> String {
    func id(_ prefix: String) -> [String] {
      [1, SmallRegister.canary(1), SmallRegister.canary(2), 77].map { bits in
        prefix + "-" + Inmate.ID(bits: bits).text.suffix(8)
      }
    }
    let choices: [String] =
      switch parameter {
      case "inmate", "text": id("in") + ["A.III.1/2026", "A.III.2/2026", "A.III.9/2026", "x"]
      case "case": id("ca") + ["1/Pid/2026", "x"]
      case "partner": id("pa") + ["LBH A", "x"]
      case "advocate": id("ad") + ["Advokat A", "x"]
      case "availability": id("av")
      case "mandate": id("ma")
      case "block": ["A", "B", "bl-00000001"]
      case "search": ["K", "AN", "A.III", "1", ""]
      case "date", "from", "to", "on", "endsBy": ["2026-11-30", "2026-12-03", "2026-12-31", "soon"]
      case "hours": ["08:00-11:30", "x"]
      case "weekday": ["mon", "x"]
      case "kind": ["advocate", "paralegal", "x"]
      case "sex": ["male", "x"]
      case "reason": ["finished", "x"]
      case "status": ["reported", "confirmed", "cancelled"]
      case "presence": ["present", "missing", "released"]
      case "band": ["far", "firstNotice", "overstay"]
      case "stage": ["A.III", "A.I"]
      case "key", "beginning": ["detention", "answer.checkWorkingDays"]
      default: ["Nama Baru", "SK-9", ""]
      }
    return choices.randomElement(using: &dice) ?? ""
  }

  @Test(
    "tells nothing of another's people in any answer or error: 1,000 random calls",
    arguments: [Role.coordinator, .advocate])
  func randomCalls(role: Role) async throws {
    let daemon = try TestDaemon.make()
    try await SmallRegister.fill(daemon.office)
    let service = ControlService.make(daemon)
    let user = try #require(TestDaemon.users[role])
    var dice = SeededGenerator(seed: role == .advocate ? 7 : 8)
    let names = Self.methods.keys.sorted()
    var answered = 0
    for _ in 0..<500 {
      let name = names.randomElement(using: &dice) ?? ""
      var parameters: JSONObject = [:]
      for parameter in Self.methods[name] ?? [] where Int.random(in: 0..<10, using: &dice) < 7 {
        parameters[parameter] = .string(Self.values(parameter, &dice))
      }
      let sent = JSONValue.object(parameters).text()
      let reply = await TestDaemon.call(service, "org.bankum.Registry.\(name)", uid: user, parameters: parameters)
      let text: String
      switch reply {
      case .success(let object, _):
        text = JSONValue.object(object).text()
        answered += 1
      case .failure(let error): text = error.name + JSONValue.object(error.parameters).text()
      }
      #expect(!text.contains("CANARY"), "\(name) \(sent): \(text)")
      // An id of another's thing comes back only to whoever sent it.
      if !sent.contains("-P000000") { #expect(!text.contains("-P000000"), "\(name) \(sent): \(text)") }
    }
    #expect(answered > 100)
  }

  @Test("answers to a thing of another's as to none at all", arguments: methods.keys.sorted())
  func sameAnswer(name: String) async throws {
    let daemon = try TestDaemon.make()
    try await SmallRegister.fill(daemon.office)
    let service = ControlService.make(daemon)
    let user = try #require(TestDaemon.users[.coordinator])
    var dice = SeededGenerator(seed: 3)
    let kinds = [
      "inmate": "in", "text": "in", "case": "ca", "partner": "pa", "advocate": "ad", "availability": "av",
      "mandate": "ma",
    ]
    for parameter in Self.methods[name] ?? [] {
      guard let prefix = kinds[parameter] else { continue }
      var parameters: JSONObject = [:]
      let own = ["inmate": "in-00000001", "advocate": "ad-00000001", "mandate": "ma-00000001"]
      for other in Self.methods[name] ?? [] where other != parameter {
        let usual = [
          "date": "2026-12-20", "from": "2026-12-20", "to": "2026-12-21", "letter": "SK-7", "kind": "advocate",
          "sex": "male", "name": "Nama", "hours": "08:00-09:00", "weekday": "mon", "reason": "finished",
        ]
        parameters[other] = (own[other] ?? usual[other]).map { .string($0) }
      }
      var texts: [String] = []
      for bits in [SmallRegister.canary(1), 0x77] {
        let id = prefix + "-" + Inmate.ID(bits: bits).text.suffix(8)
        parameters[parameter] = .string(id)
        switch await TestDaemon.call(service, "org.bankum.Registry.\(name)", uid: user, parameters: parameters) {
        case .success(let object, _): texts.append("done " + JSONValue.object(object).text())
        case .failure(let error): texts.append(error.name + JSONValue.object(error.parameters).text())
        }
        texts[texts.count - 1].replace(id, with: "ID")
      }
      #expect(texts[0] == texts[1], "\(name) \(parameter)")
      _ = dice.next()
    }
  }
}
