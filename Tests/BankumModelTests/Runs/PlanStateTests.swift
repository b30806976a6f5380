import BankumModel
import Testing

@Suite("The states of a plan")
struct PlanStateTests {
  /// What every event does in every state; an event that is not named is refused.
  private static let table: [PlanState: [PlanEvent: PlanState]] = [
    .draft: [.publish: .published, .discard: .discarded],
    .published: [.replace: .replaced],
    .replaced: [:],
    .discarded: [:],
  ]

  private static let refusals: [PlanState: PlanRefusal] = [
    .draft: .planDraft, .published: .planPublished, .replaced: .planReplaced, .discarded: .planDiscarded,
  ]

  @Test("every state with every event", arguments: PlanState.allCases)
  func table(state: PlanState) throws {
    let allowed = try #require(Self.table[state])
    for event in PlanEvent.allCases {
      switch state.after(event) {
      case .success(let next): #expect(allowed[event] == next, "\(event)")
      case .failure(let refusal):
        #expect(allowed[event] == nil && refusal.reason == Self.refusals[state], "\(event)")
      }
    }
  }

  @Test("publishing gives a draft its version; a refused event leaves the plan as it is")
  func publish() throws {
    var plan = Plan(id: Plan.ID(bits: 1), baseSequence: 3, madeAt: Instant(milliseconds: 1), added: [.init(bits: 7)])
    try plan.publish(version: 4, at: Instant(milliseconds: 2))
    #expect(plan.state == .published && plan.version == 4 && plan.publishedAt == Instant(milliseconds: 2))
    let before = plan
    #expect(throws: TransitionRefusal(PlanRefusal.planPublished)) { try plan.discard() }
    #expect(throws: TransitionRefusal(PlanRefusal.planPublished)) {
      try plan.publish(version: 5, at: Instant(milliseconds: 3))
    }
    #expect(plan == before)
    try plan.replace()
    #expect(plan.state == .replaced && plan.version == 4 && plan.added == before.added)
  }

  @Test("a draft that is thrown away plans nothing")
  func discard() throws {
    var plan = Plan(
      id: Plan.ID(bits: 1), baseSequence: 3, madeAt: Instant(milliseconds: 1), added: [.init(bits: 7)],
      cancelled: [.init(bits: 8)])
    try plan.discard()
    #expect(plan.state == .discarded && plan.added.isEmpty && plan.moved.isEmpty && plan.cancelled.isEmpty)
  }
}
