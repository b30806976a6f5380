import BankumAPI
import Foundation
import Testing
import Varlink

/// Every method that takes an idempotency key: called, repeated, the daemon killed and started again, repeated, and the
/// key used for another call.
@Suite("A repeated call")
struct RepeatedCallTests {
  /// What the walk knows of the daemon: ids that earlier replies gave.
  private final class Walk {
    let daemon: PrivateDaemon
    let names: [String: String]
    private var replies: [String: [String: Any]] = [:]
    /// An education event that is confirmed.
    var event = ""

    init() throws {
      daemon = try PrivateDaemon()
      try RegisterMethodTests.load(daemon)
      try EducationMethodTests.loadPeople(daemon)
      names = try RegisterMethodTests.names(daemon)
    }

    /// Calls a method and keeps the reply for those that follow.
    func call(_ method: String, _ parameters: [String: Any], key: String? = nil) throws -> Program.Outcome {
      var all = parameters
      if let key { all["idempotencyKey"] = key }
      let text = try JSONSerialization.data(withJSONObject: all, options: .sortedKeys)
      return try daemon.ctl("call", "org.bankum.\(method)", String(decoding: text, as: UTF8.self), "--lang", "en")
    }

    /// The same for what only prepares an example.
    func prepare(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
      let outcome = try call(method, parameters)
      guard outcome.status == 0 else { throw PrivateDaemon.Failure(text: "\(method): \(outcome.errors)") }
      return try outcome.json()
    }

    func keep(_ method: String, _ outcome: Program.Outcome) throws { replies[method] = try outcome.json() }

    /// What a method answered.
    func reply(_ method: String) -> [String: Any] { replies[method] ?? [:] }

    /// The id of what a method of the register made.
    func made(by method: String) -> String {
      (reply("Registry.\(method)")["change"] as? [String: Any])?["id"] as? String ?? ""
    }

    func all(_ method: String, _ list: String, _ parameters: [String: Any] = [:]) throws -> [[String: Any]] {
      try prepare(method, parameters)[list] as? [[String: Any]] ?? []
    }

    /// A meeting of an inmate in the schedule.
    func session(of number: String) throws -> [String: Any] {
      try #require(
        try all("Schedule.ListSessions", "sessions", ["to": "2026-12-31"]).first {
          ($0["inmate"] as? [String: Any])?["number"] as? String == number
        })
    }
  }

  private typealias Example = (method: String, parameters: (Walk) throws -> [String: Any])

  /// One call a method, in an order in which each can be done.
  private static func examples() -> [Example] {
    var list: [Example] = []
    func add(_ method: String, _ parameters: @escaping (Walk) throws -> [String: Any]) {
      list.append((method, parameters))
    }
    add("Schedule.ProposeEducation", { _ in education() })
    add("Schedule.ConfirmEducation", { ["event": $0.reply("Schedule.ProposeEducation")["event"] ?? ""] })
    add("Schedule.CancelEducation", { ["event": $0.reply("Schedule.ProposeEducation")["event"] ?? ""] })
    add(
      "Requests.Add",
      { walk in
        // In the place of the event that was called off another one, before a run takes it: it is attended at the end.
        walk.event = try walk.prepare("Schedule.ProposeEducation", education())["event"] as? String ?? ""
        _ = try walk.prepare("Schedule.ConfirmEducation", ["event": walk.event])
        return ["inmate": "A.III.10/2026", "service": "assistance"]
      }
    )
    add("Requests.Edit", { ["request": $0.reply("Requests.Add")["request"] ?? "", "topic": "banding"] })
    add("Schedule.Assign", { _ in ["effort": 2] })
    add("Schedule.PublishPlan", { _ in [:] })
    add(
      "Schedule.DiscardPlan",
      { walk in
        _ = try walk.prepare("Schedule.Assign", ["effort": 2])
        return [:]
      }
    )
    add(
      "Schedule.OverrideConflict",
      { walk in
        // The first two are in one case, so whoever was offered one must not serve the other.
        [
          "request": try walk.session(of: "A.III.2/2026")["request"] ?? "",
          "partner": try walk.session(of: "A.III.1/2026")["partner"] ?? "", "reason": "satu-satunya LBH",
        ]
      }
    )
    add(
      "Requests.Check",
      { ["request": $0.reply("Requests.Add")["request"] ?? "", "result": "incomplete", "missing": "SKTM"] }
    )
    add("Requests.Accept", { ["request": $0.reply("Requests.Add")["request"] ?? ""] })
    add(
      "Requests.Refuse",
      { ["request": $0.reply("Requests.Add")["request"] ?? "", "by": "partner", "reason": "capacity"] }
    )
    add("Requests.Withdraw", { ["request": $0.reply("Requests.Add")["request"] ?? ""] })
    add("Schedule.PinSession", { ["session": try $0.session(of: "A.III.1/2026")["id"] ?? "", "pinned": true] })
    add(
      "Schedule.MoveSession",
      { walk in
        let session = try walk.session(of: "A.III.1/2026")
        let start = session["start"] as? String ?? ""
        return [
          "session": session["id"] ?? "", "date": String(start.prefix(10)),
          "time": String(start.dropFirst(11).prefix(5)),
        ]
      }
    )
    add("Schedule.CancelSession", { ["session": try $0.session(of: "A.III.3/2026")["id"] ?? "", "reason": "hearing"] })
    add(
      "Docket.AcknowledgeNotices",
      { ["notices": [try $0.all("Docket.ListNotices", "notices").first?["id"] ?? ""]] }
    )
    add(
      "Schedule.RecordSession",
      {
        [
          "inmate": "A.III.11/2026", "advocate": $0.names["A"] ?? "", "date": "2026-11-22", "time": "10:00",
          "minutes": 30, "urgent": true,
        ]
      }
    )
    add(
      "Schedule.EndSession",
      { walk in
        let change = walk.reply("Schedule.RecordSession")["change"] as? [String: Any]
        return ["session": change?["session"] ?? "", "outcome": "cutShort"]
      }
    )
    add(
      "Registry.AddInmate",
      { _ in
        ["name": "CONTOH BARU", "number": "A.II.50/2026", "block": "A", "cell": "3", "enteredOn": "2026-11-02"]
      }
    )
    add("Registry.SetInmate", { _ in ["inmate": "A.II.50/2026", "serialNumber": "NI-50"] })
    add("Registry.MoveInmate", { _ in ["inmate": "NI-50", "block": "B", "cell": "2"] })
    add("Registry.RenumberInmate", { _ in ["inmate": "NI-50", "number": "A.III.52/2026"] })
    add("Registry.SendInmateAway", { _ in ["inmate": "NI-50", "from": "2026-11-24", "reason": "hospital"] })
    add("Registry.BringInmateBack", { _ in ["inmate": "NI-50", "on": "2026-11-25"] })
    add(
      "Registry.AddTerm",
      { _ in
        [
          "inmate": "NI-50", "stage": "A.III", "law": "new", "letter": "P/1", "from": "2026-11-02", "to": "2027-01-30",
        ]
      }
    )
    add("Registry.AddHearing", { _ in ["inmate": "NI-50", "date": "2026-11-26", "court": "PN Medan"] })
    add("Registry.MoveHearing", { ["hearing": $0.made(by: "AddHearing"), "date": "2026-11-27"] })
    add("Registry.CancelHearing", { ["hearing": $0.made(by: "AddHearing")] })
    add(
      "Registry.LinkParties",
      { _ in
        [
          "case": "12/Pid.B/2026", "one": "A.III.1/2026", "other": "A.III.2/2026", "kind": "joint", "reason": "satu",
        ]
      }
    )
    add("Registry.LinkCases", { _ in ["case": "12/Pid.B/2026", "other": "13/Pid.B/2026"] })
    add("Registry.AddKeepApart", { _ in ["one": "A.III.2/2026", "other": "A.III.3/2026", "reason": "fight"] })
    add("Registry.RemoveKeepApart", { ["order": $0.made(by: "AddKeepApart")] })
    add("Registry.SetPartner", { ["partner": $0.names["P"] ?? "", "capacity": 90] })
    add(
      "Registry.AddAdvocate",
      { ["partner": $0.names["P"] ?? "", "name": "Contoh Paralegal", "kind": "paralegal", "sex": "female"] }
    )
    add("Registry.SetAdvocate", { ["advocate": $0.made(by: "AddAdvocate"), "dailyCap": 4] })
    add(
      "Registry.SetAdvocateAbsent",
      { ["advocate": $0.made(by: "AddAdvocate"), "from": "2026-11-24", "to": "2026-11-25"] }
    )
    add(
      "Registry.AddAvailability",
      { ["advocate": $0.made(by: "AddAdvocate"), "weekday": "mon", "hours": "08:00-11:00"] }
    )
    add("Registry.ConfirmAvailability", { ["availability": $0.made(by: "AddAvailability")] })
    add("Registry.RemoveAvailability", { ["availability": $0.made(by: "AddAvailability")] })
    add("Registry.AddMandate", { ["inmate": "NI-50", "advocate": $0.names["A"] ?? "", "letter": "SK/1"] })
    add("Registry.EndMandate", { ["mandate": $0.made(by: "AddMandate"), "reason": "finished"] })
    add("Registry.EndAdvocate", { ["advocate": $0.made(by: "AddAdvocate")] })
    add(
      "Registry.BlockRoom",
      { ["room": $0.names["R"] ?? "", "from": "2027-01-04", "to": "2027-01-05", "reason": "cat"] }
    )
    add("Registry.UnblockRoom", { ["room": $0.names["R"] ?? "", "on": "2027-01-04"] })
    add("Registry.SetBlock", { _ in ["block": "A", "escorts": 6] })
    add("Registry.CloseDays", { _ in ["from": "2026-12-09", "scope": "national", "reason": "pilkada"] })
    add("Registry.OpenDays", { _ in ["from": "2026-12-05", "hours": "08:00-11:00", "reason": "tambahan"] })
    add(
      "Registry.SetDayHours",
      { _ in ["from": "2027-02-08", "to": "2027-03-09", "weekday": "fri", "hours": "08:00-11:30"] }
    )
    add("Registry.SetTraining", { ["training": $0.names["T"] ?? "", "weekday": "wed", "hours": "08:00-10:00"] })
    add(
      "Registry.SetRule",
      { _ in
        ["key": "detention.new.A.V.extension", "value": "40", "source": "UU 20/2025", "from": "2026-11-01"]
      }
    )
    add("Registry.ConfirmRule", { _ in ["key": "detention.new.A.V.extension", "from": "2026-11-01"] })
    add("Registry.DepartInmate", { _ in ["inmate": "NI-50", "how": "released"] })
    add("Registry.ReinstateInmate", { _ in ["inmate": "NI-50"] })
    add(
      "Registry.MergeInmates",
      { walk in
        let second: [String: Any] = ["name": "CONTOH KEDUA", "number": "A.II.60/2026", "enteredOn": "2026-11-02"]
        _ = try walk.prepare("Registry.AddInmate", second)
        return ["inmate": "NI-50", "other": "A.II.60/2026"]
      }
    )
    add("Registry.GrantRole", { _ in ["user": "4242", "role": "guard"] })
    add("Registry.RevokeRole", { _ in ["user": "4242", "role": "guard"] })
    add("Registry.Import", { _ in population })
    add(
      "Registry.ResolveReview",
      { walk in
        let reviews = try walk.all("Registry.ListReviews", "reviews", ["kind": "missing"])
        return ["review": reviews.first?["review"] ?? "", "decision": "here"]
      }
    )
    add("Registry.UndoImport", { ["import": $0.reply("Registry.Import")["import"] ?? 0] })
    add("Service.Reload", { _ in [:] })
    add(
      "Schedule.RecordAttendance",
      { walk in
        // An event can be attended once it has begun: the walk goes on on the day after.
        let event = walk.event
        let shown = try walk.all("Schedule.ListEducation", "events", ["event": event])
        let people = shown.first?["participants"] as? [[String: Any]] ?? []
        try walk.daemon.killAndStartAgain(clock: "2026-11-27T07:30+07:00")
        return ["event": event, "present": people.prefix(2).compactMap { $0["id"] as? String }]
      }
    )
    return list
  }

  private static func education() -> [String: Any] {
    [
      "topic": "Hak tahanan", "date": "2026-11-26", "time": "09:00", "minutes": 120, "partner": "pa-FR75Q63Y",
      "advocates": ["ad-GMQYVCYJ"], "size": 15,
    ]
  }

  /// Everybody who is here but one, who becomes missing: his name is in the reply.
  private static var population: [String: Any] {
    var rows = "NO REG;Nama;Tgl Masuk\nA.III.52/2026;CONTOH BARU;02/11/2026\n"
    for number in 1...3 { rows += "A.III.\(number)/2026;CONTOH REKAAN \(number);01/10/2026\n" }
    for number in 10..<39 { rows += "A.III.\(number)/2026;CONTOH REKAAN \(number);01/09/2026\n" }
    let file = ["kind": "inmates", "name": "penghuni.csv", "content": Data(rows.utf8).base64EncodedString()]
    return ["files": [file], "scope": "full", "departures": 1]
  }

  /// The methods that take a key, by their interfaces.
  private static func keyedMethods() throws -> Set<String> {
    var found: Set<String> = []
    for definition in BankumInterfaces.all {
      for member in try InterfaceParser.parse(definition.text).members {
        guard case .method(let input, _) = member.declaration, input.contains(where: { $0.name == "idempotencyKey" })
        else { continue }
        found.insert("\(definition.name.dropFirst("org.bankum.".count)).\(member.name)")
      }
    }
    return found
  }

  /// The same call with one parameter changed; nil for a call without parameters.
  private static func changed(_ parameters: [String: Any]) -> [String: Any]? {
    guard let name = parameters.keys.sorted().first else { return nil }
    var other = parameters
    switch parameters[name] {
    case let flag as Bool: other[name] = !flag
    case let text as String: other[name] = text + "x"
    case let texts as [String]: other[name] = texts + ["x"]
    case let number as Int: other[name] = number + 1
    default: other["dryRun"] = true
    }
    return other
  }

  @Test("every method that takes a key has an example here")
  func complete() throws {
    let methods = Self.examples().map(\.method)
    #expect(Set(methods) == (try Self.keyedMethods()))
    #expect(methods.count == Set(methods).count)
  }

  @Test(
    "gets the reply of the first, byte by byte, at once, after a kill and whatever came between; a key is of one call")
  func everyMethod() throws {
    let walk = try Walk()
    var calls: [(method: String, parameters: [String: Any], reply: String)] = []
    for (index, example) in Self.examples().enumerated() {
      let parameters = try example.parameters(walk)
      let first = try walk.call(example.method, parameters, key: "key-\(index)")
      #expect(first.status == 0, "\(example.method): \(first.errors)")
      try walk.keep(example.method, first)
      let second = try walk.call(example.method, parameters, key: "key-\(index)")
      #expect(
        second.status == 0 && second.output == first.output, "\(example.method): \(second.output)\(second.errors)")
      calls.append((example.method, parameters, first.output))
    }
    try walk.daemon.killAndStartAgain(clock: "2026-11-28T07:30+07:00")
    for (index, call) in calls.enumerated() {
      let third = try walk.call(call.method, call.parameters, key: "key-\(index)")
      #expect(third.status == 0 && third.output == call.reply, "\(call.method): \(third.output)\(third.errors)")
      let other = calls[(index + 1) % calls.count]
      let reused =
        if let changed = Self.changed(call.parameters) {
          try walk.call(call.method, changed, key: "key-\(index)")
        } else {
          try walk.call(other.method, other.parameters, key: "key-\(index)")
        }
      #expect(reused.status == 65 && reused.errors.contains("idempotencyKey"), "\(call.method): \(reused.errors)")
    }
  }
}
