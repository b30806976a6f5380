import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import JSON
import SeededNumbers
import Testing
import Varlink

@testable import BankumControl

/// Two houses that differ in what partner B has only: whatever A asks, it must get the same answers.
@Suite("What a partner learns of another, over every method")
struct PartnerIsolationTests {
  private struct Method {
    let name: String
    let fields: [VarlinkField]
  }

  /// Every method that the role may call; a subscription has no answer of its own.
  private static func methods(for role: Role) throws -> [Method] {
    var found: [Method] = []
    for definition in BankumInterfaces.all {
      for member in try InterfaceParser.parse(definition.text).members {
        guard case .method(let fields, _) = member.declaration else { continue }
        let name = "\(definition.name).\(member.name)"
        guard AccessMatrixTests.matrix[name]?.contains(role) == true, !name.hasSuffix(".Monitor") else { continue }
        found.append(Method(name: name, fields: fields))
      }
    }
    return found
  }

  private static func id(_ prefix: String, _ bits: UInt64) -> String {
    prefix + "-" + Inmate.ID(bits: bits).text.suffix(8)
  }

  /// What a text may be, by its name: of A, of B, of nobody, and nonsense.
  private static func text(_ name: String, _ dice: inout SeededGenerator) -> String {
    let prefixes = [
      "inmate": "in", "request": "rq", "session": "se", "partner": "pa", "wishPartner": "pa", "refusePartners": "pa",
      "advocate": "ad", "advocates": "ad", "case": "ca", "mandate": "ma", "availability": "av", "event": "ed",
      "notices": "nt", "present": "in", "room": "ro",
    ]
    if let prefix = prefixes[name], Int.random(in: 0..<10, using: &dice) < 9 {
      return id(
        prefix, [1, 1, 1, 3, SmallRegister.canary(1), SmallRegister.canary(2), 77].randomElement(using: &dice) ?? 1)
    }
    let choices: [String: [String]] = [
      "date": ["2026-11-30", "2026-12-03", "2026-11-23"], "from": ["2026-11-23", "2026-12-03"], "to": ["2026-12-31"],
      "week": ["2026-11-30"], "time": ["09:00", "10:00"], "hours": ["08:00-11:30"], "weekday": ["mon"],
      "service": ["consultation", "assistance", "education"], "language": ["en", "id"],
      "kind": ["advocate", "inmate", "request", "session", "partner", "block", "case", "mandate", "paralegal"],
      "beginning": ["", "in-", "rq-", "P", "detention"], "search": ["K", "A", ""], "format": ["csv", "ics", "html"],
      "audience": ["partner", "inmate", "registrar"], "by": ["partner", "inmate"],
      "result": ["complete", "incomplete"],
      "reason": ["conflict", "capacity", "finished", "other"], "outcome": ["held", "noShowAdvocate", "notBrought"],
      "states": ["offered", "accepted", "scheduled", "submitted"], "statuses": ["confirmed", "offered", "draft"],
      "submittedOn": ["2026-11-20"], "channel": ["oral", "lbh"], "missing": ["SKTM"], "block": ["A"],
    ]
    return (choices[name] ?? ["x", ""]).randomElement(using: &dice) ?? ""
  }

  private static func value(_ field: VarlinkField, _ type: VarlinkType, _ dice: inout SeededGenerator) -> JSONValue {
    switch type {
    case .optional(let inner): return value(field, inner, &dice)
    case .bool: return .bool(Bool.random(using: &dice))
    case .int: return .integer(Int64([1, 15, 45, 120].randomElement(using: &dice) ?? 1))
    case .array(let inner): return .array([value(field, inner, &dice)])
    case .string, .named, .enumeration: return .string(text(field.name, &dice))
    case .float, .object, .structure, .dictionary: return .null
    }
  }

  private static func call(_ method: Method, _ dice: inout SeededGenerator) -> JSONObject {
    var parameters: JSONObject = [:]
    for field in method.fields where field.name != "idempotencyKey" {
      if case .optional = field.type, Int.random(in: 0..<10, using: &dice) < 6 { continue }
      parameters[field.name] = value(field, field.type, &dice)
    }
    return parameters
  }

  /// A house, with more of partner B in it if asked: people, requests, meetings, mandates, hearings, notices.
  private static func house(moreOfB: Bool) async throws -> Daemon {
    let daemon = try TestDaemon.make()
    try await SmallRegister.fill(daemon.office)
    let today = SmallRegister.today
    _ = try await daemon.office.register.write(as: Call(uid: 0, role: "ops", method: "test")) { transaction in
      let (b, advocate, room) = (SmallRegister.partners.b, SmallRegister.advocates.b, SmallRegister.room)
      for number in 1...(moreOfB ? 6 : 1) {
        let bits = SmallRegister.canary(number == 1 ? 1 : 20 + number)
        try transaction.put(
          EducationEvent(
            id: EducationEvent.ID(bits: bits), topic: "CANARY TOPIC", partner: b, advocates: [advocate], room: room,
            date: today.adding(days: 10 + number), hours: SmallRegister.hours("13:00-15:00")))
        try transaction.put(
          Notice(
            id: Notice.ID(bits: bits), partner: b, about: .session(Session.ID(bits: SmallRegister.canary(1))),
            kind: .new, madeAt: transaction.now))
        guard number > 1, let serial = RegisterNumber(book: .trial, serial: 100 + number, year: 2026) else { continue }
        let inmate = Inmate.ID(bits: bits)
        try transaction.put(
          Inmate(
            id: inmate, name: "CANARY \(number)",
            registerEntries: [RegisterEntry(number: serial, days: OpenDateRange(today.adding(days: -50)))],
            enteredOn: today.adding(days: -50), block: SmallRegister.block, cell: "1"))
        try transaction.put(
          DetentionTerm(
            id: DetentionTerm.ID(bits: bits), inmate: inmate, stage: .trial, law: .new, grant: .first,
            letter: "CANARY-\(number)", first: today.adding(days: -40), last: today.adding(days: -5)))
        try transaction.put(
          Hearing(id: Hearing.ID(bits: bits), inmate: inmate, date: today.adding(days: 2), court: "CANARY COURT"))
        try transaction.put(
          Request(
            id: Request.ID(bits: bits), inmate: inmate, service: .consultation, state: .scheduled,
            submittedOn: today.adding(days: -30), channel: .written,
            offer: Offer(
              partner: b, offeredAt: CivilTime(today.adding(days: -7), .startOfDay),
              events: [.complete(today.adding(days: -6)), .answered(today.adding(days: -5))])))
        try transaction.put(
          Session(
            id: Session.ID(bits: bits), request: Request.ID(bits: bits), service: .consultation, inmate: inmate,
            partner: b, advocate: advocate, room: room, date: today.adding(days: 20 + number),
            hours: SmallRegister.hours("13:00-13:45"), callAt: SmallRegister.hours("12:45-13:00").start,
            state: .confirmed))
        // A meeting of last week that nobody has reported.
        try transaction.put(
          Session(
            id: Session.ID(bits: bits + 100), service: .consultation, inmate: inmate, partner: b, advocate: advocate,
            room: room, date: today.adding(days: -number), hours: SmallRegister.hours("13:00-13:45"),
            callAt: SmallRegister.hours("12:45-13:00").start, state: .unreported))
        try transaction.put(
          Mandate(
            id: Mandate.ID(bits: bits), inmate: inmate, partner: b, advocate: advocate, letter: "CANARY-SK",
            days: OpenDateRange(today.adding(days: -10))))
      }
      return Done()
    }
    return daemon
  }

  @Test(
    "nothing: 2,000 random calls get the same answers, counts, ids and errors whatever the other has",
    arguments: [Role.coordinator, .advocate])
  func twins(role: Role) async throws {
    let houses = [try await Self.house(moreOfB: false), try await Self.house(moreOfB: true)]
    let services = houses.map { ControlService.make($0) }
    let user = try #require(TestDaemon.users[role])
    let methods = try Self.methods(for: role)
    var dice = SeededGenerator(seed: role == .advocate ? 11 : 12)
    var answered: Set<String> = []
    for _ in 0..<1_000 {
      let method = try #require(methods.randomElement(using: &dice))
      let parameters = Self.call(method, &dice)
      let sent = JSONValue.object(parameters).text()
      var texts: [String] = []
      for service in services {
        switch await TestDaemon.call(service, method.name, uid: user, mode: .more, parameters: parameters) {
        case .success(let object, _):
          texts.append(JSONValue.object(object).text())
          answered.insert(method.name)
        case .failure(let error): texts.append(error.name + JSONValue.object(error.parameters).text())
        }
      }
      #expect(texts[0] == texts[1], "\(method.name) \(sent)")
      #expect(!texts[0].contains("CANARY"), "\(method.name) \(sent): \(texts[0])")
      if !sent.contains("-P000000") { #expect(!texts[0].contains("-P000000"), "\(method.name) \(sent): \(texts[0])") }
    }
    // Most of the methods have said more than an error.
    #expect(answered.count * 3 >= methods.count * 2, "\(Set(methods.map(\.name)).subtracting(answered).sorted())")
  }
}
