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
