import JSON
import Matching
import Testing

@testable import bankum_match

@Suite struct InstanceReaderTests {
  private static let sample = """
    {"name":"x","days":1,"slots_per_day":4,"days_per_week":5,"day_start_minute":510,"slot_minutes":30,"closed":[3],
    "weights":{"early_per_day":1,"continuity":2,"skill":3,"fair_per_session":4,"change":5},
    "lbhs":[{"id":0,"target":1,"quota":2}],
    "advocates":[{"id":0,"lbh":0,"gender":1,"skills":[1],"languages":[0],"available":[[0,4]],"daily_cap":2,
    "weekly_cap":2}],
    "rooms":[{"id":0,"accessible":1,"closed":[]}],"blocks":[{"id":0,"escort_capacity":1}],
    "requests":[{"id":0,"block":0,"duration":1,"tier":1,"waiting_days":0,"weight":50,"release":0,"due":4,"skill":1,
    "skill_hard":0,"language":0,"gender":0,"accessible":0,"excluded_lbhs":[],"preferred_advocate":-1,
    "busy":[[0,1]]}],"adverse_groups":[],"apart_pairs":[],"published":[]}
    """

  @Test func `A whole instance is read and solved`() throws {
    let instance = try InstanceReader.read(Array(InstanceReaderTests.sample.utf8))
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
  }

  /// What is replaced, by what, and the place that the error names.
  @Test(arguments: [
    ("\"days\":1,", "", "days"),
    ("\"days\":1,", "\"days\":1.0,", "days"),
    ("\"days\":1,", "\"days\":true,", "days"),
    ("\"target\":1", "\"target\":\"1\"", "lbhs[0].target"),
    ("{\"id\":0,\"target\"", "{\"id\":1,\"target\"", "lbhs[0].id"),
    ("\"lbh\":0", "\"lbh\":4", "advocates[0].lbh"),
    ("\"available\":[[0,4]]", "\"available\":[[4,0]]", "advocates[0].available[0]"),
    ("\"available\":[[0,4]]", "\"available\":[[0,4,5]]", "advocates[0].available[0]"),
    ("\"duration\":1", "\"duration\":-1", "requests[0].duration"),
    ("\"skill_hard\":0", "\"skill_hard\":2", "requests[0].skill_hard"),
    ("\"preferred_advocate\":-1", "\"preferred_advocate\":-2", "requests[0].preferred_advocate"),
    ("\"busy\":[[0,1]]", "\"busy\":[[0,9]]", "requests[0].busy[0]"),
    ("\"apart_pairs\":[]", "\"apart_pairs\":[[0]]", "apart_pairs[0]"),
    ("\"adverse_groups\":[]", "\"adverse_groups\":[{\"sides\":[[0],[7]]}]", "adverse_groups[0].sides[1][0]"),
    (
      "\"published\":[]", "\"published\":[{\"request\":0,\"advocate\":0,\"start\":0,\"room\":3}]",
      "published[0].room"
    ),
    ("\"name\":\"x\"", "\"name\":7", "name"),
    ("{\"name\"", "{{\"name\"", "line 1, column 2"),
  ])
  func `A broken instance is refused with its place`(old: String, new: String, place: String) {
    let text = InstanceReaderTests.sample
    guard let range = text.firstRange(of: old) else {
      Issue.record("the sample has no \(old)")
      return
    }
    let broken = text.replacingCharacters(in: range, with: new)
    let error = #expect(throws: ProblemError.self) {
      let instance = try InstanceReader.read(Array(broken.utf8))
      try instance.problem.validate()
    }
    #expect(error?.place == place)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
