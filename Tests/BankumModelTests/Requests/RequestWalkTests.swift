import SeededNumbers
import Testing

@testable import BankumModel

/// Requests themselves under random events: what hangs on the state (offer, clock, end) follows it.
@Suite struct RequestWalkTests {
  private static let filed = day("2026-11-02")

  private static func request() -> Request {
    Request(
      id: Request.ID(bits: 1), inmate: Fixture.inmate(1), service: .consultation, submittedOn: filed, channel: .oral)
  }

  /// An event with what belongs to it, as the use cases bring it about.
  private static func happen(
    _ event: RequestEvent, by actor: Actor, to request: inout Request
  ) throws(TransitionRefusal<RequestRefusal>) {
    switch event {
    case .offer: try request.offer(to: Fixture.partner(1), at: CivilTime(filed, .startOfDay), by: actor)
    case .fulfil: try request.apply(event, by: actor, on: filed, closing: Closing(reason: .held, on: filed))
    case .withdraw:
      try request.apply(event, by: actor, on: filed, closing: Closing(reason: .withdrawnByInmate, on: filed))
    case .refuseCounsel:
      try request.apply(
        event, by: actor, on: filed, closing: Closing(reason: .refusedCounsel, on: filed, record: "BA-1"))
    case .transfer: try request.apply(event, by: actor, on: filed, closing: Closing(reason: .transferred, on: filed))
    case .release: try request.apply(event, by: actor, on: filed, closing: Closing(reason: .released, on: filed))
    case .die: try request.apply(event, by: actor, on: filed, closing: Closing(reason: .deceased, on: filed))
    case .checkIncomplete:
      try request.apply(event, by: actor, on: filed)
      request.missing = "KTP"
    // Whoever took the matter at a meeting held it before: an outcome's report brings that about, with the offer.
    case .followUp where !request.state.hasPartner: throw TransitionRefusal(.requestNotOffered)
    case .checkComplete, .supply, .accept, .refuse, .lapse, .retract, .schedule, .unschedule, .followUp, .exhaust,
      .reopen, .reinstate, .unfulfil:
      try request.apply(event, by: actor, on: filed)
    }
  }

  @Test func `In 10,000 random walks of 40 events a request is sound after each, and a refusal changes nothing`() throws
  {
    struct Pair: Hashable {
      let state: RequestState
      let event: RequestEvent
    }
    var dice = SeededGenerator(seed: 41)
    var seen: Set<Pair> = []
    for _ in 0..<10_000 {
      var request = Self.request()
      for _ in 0..<40 {
        let event = try #require(RequestEvent.allCases.randomElement(using: &dice))
        let actor = try #require(Actor.allCases.randomElement(using: &dice))
        let before = request
        seen.insert(Pair(state: before.state, event: event))
        do throws(TransitionRefusal<RequestRefusal>) {
          try Self.happen(event, by: actor, to: &request)
          guard before.state.after(event, by: actor) == .success(request.state), request.problems.isEmpty else {
            Issue.record("\(before.state) \(event) by \(actor): \(request.state) \(request.problems)")
            return
          }
        } catch {
          guard request == before else {
            Issue.record("\(before.state) \(event) by \(actor) is refused and changed the request")
            return
          }
        }
      }
    }
    #expect(seen.count == RequestState.allCases.count * RequestEvent.allCases.count)
  }
}
