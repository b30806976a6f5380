import Instances
import JSON
import Matching
import Testing

@testable import bankum_match

@Suite struct InstanceReaderTests {
  @Test func `A whole instance is read and solved`() throws {
    let instance = try InstanceReader.read(Array(BrokenInstance.sample.utf8))
    #expect(instance.name == "x")
    #expect(instance.problem.requests[0].preferredAdvocate == nil)
    let plan = try Engine.solve(instance.problem, Limits(effort: 1, now: { 0 }))
    #expect(plan.assignments.map(\.start) == [1] || plan.assignments.map(\.start) == [2])
    let text = String(decoding: Answer.bytes("x", plan), as: UTF8.self)
    let answer = try JSONParser.parse(text: text)
    guard case .object(let members) = answer else {
      Issue.record("the answer is an object")
      return
    }
    #expect(members["score"] == .integer(53))
    #expect(members["status"] == .string("optimal"))
    #expect(members["fairness"] == nil, "nobody asked for the audit")
  }

  @Test func `An audited answer names who waits, who holds the place, the kind and the loss`() throws {
    var plan = try Engine.solve(
      InstanceReader.read(Array(BrokenInstance.sample.utf8)).problem, Limits(effort: 1, now: { 0 }))
    plan.certificate.fairness = [
      FairnessAudit.Exception(waiting: 7, holder: 3, kind: .room, loss: nil),
      FairnessAudit.Exception(waiting: 8, holder: 2, kind: .soft, loss: 12),
    ]
    let text = String(decoding: Answer.bytes("x", plan), as: UTF8.self)
    #expect(
      text.contains(
        #""fairness":[{"waiting":7,"holder":3,"kind":"room","loss":null},"#
          + #"{"waiting":8,"holder":2,"kind":"soft","loss":12}],"effort""#))
    _ = try JSONParser.parse(text: text)
  }

  /// Every member of the sample, one by one: from each `"key":` to the comma or brace after its value.
  @Test func `No member of an instance may be missing, and its place is named`() throws {
    let whole = try JSONParser.parse(text: BrokenInstance.sample)
    var missing = 0
    func without(_ value: JSONValue, _ place: String, _ rebuild: (JSONValue) -> JSONValue) throws {
      switch value {
      case .object(let members):
        for member in members.members {
          let path = place.isEmpty ? member.name : "\(place).\(member.name)"
          var rest = members
          rest[member.name] = nil
          var writer = JSONWriter()
          writer.value(rebuild(.object(rest)))
          let error = #expect(throws: ProblemError.self, "\(path)") { try InstanceReader.read(writer.bytes) }
          #expect(error?.place == path)
          missing += 1
          try without(member.value, path) { inner in
            var changed = members
            changed[member.name] = inner
            return rebuild(.object(changed))
          }
        }
      case .array(let elements):
        for (index, element) in elements.enumerated() {
          try without(element, "\(place)[\(index)]") { inner in
            var changed = elements
            changed[index] = inner
            return rebuild(.array(changed))
          }
        }
      default: break
      }
    }
    try without(whole, "") { $0 }
    #expect(missing > 40)
  }

  @Test(arguments: BrokenInstance.all.indices)
  func `A broken instance is refused with its place`(index: Int) {
    let broken = BrokenInstance.all[index]
    let error = #expect(throws: ProblemError.self) {
      let instance = try InstanceReader.read(Array(broken.text.utf8))
      try instance.problem.validate()
    }
    #expect(error?.place == broken.place)
  }
}
