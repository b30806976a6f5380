import Testing

@testable import BankumModel

@Suite struct SessionStateTests {
  private func next(_ state: SessionState) -> Set<SessionState> {
    var found: Set<SessionState> = []
    for event in SessionEvent.allCases {
      if case .becomes(let next, let actors) = state.outcome(of: event), !actors.isEmpty { found.insert(next) }
    }
    return found
  }

  @Test func `The codes are those of the contract`() {
    #expect(
      SessionState.allCases.map(\.code) == [
        "draft", "offered", "confirmed", "held", "cutShort", "noShowAdvocate", "refusedByInmate", "notBrought",
        "cancelled", "unreported",
      ])
  }

  @Test func `From a draft every state can be reached, and nothing that is still to come or unreported is stuck`() {
    var found: Set<SessionState> = [.draft]
    var frontier: [SessionState] = [.draft]
    while let state = frontier.popLast() {
      for other in next(state) where found.insert(other).inserted { frontier.append(other) }
    }
    #expect(found == Set(SessionState.allCases))
    for state in SessionState.allCases where !state.isReported && state != .cancelled {
      #expect(next(state).contains { $0.isReported || $0 == .cancelled || $0 == .offered }, "\(state.code)")
    }
  }

  @Test func `An outcome is taken from whatever was published, also late, and corrected by the registrar only`() {
    for outcome in SessionState.allCases.filter(\.isReported) {
      guard let event = SessionEvent(outcome: outcome) else {
        Issue.record("no event for \(outcome.code)")
        continue
      }
      for state in [SessionState.offered, .confirmed, .unreported] {
        #expect(state.after(event, by: .partner) == .success(outcome))
      }
      #expect(SessionState.held.after(event, by: .registrar) == .success(outcome))
      #expect(SessionState.held.after(event, by: .partner) == .failure(TransitionRefusal(.sessionReported)))
      #expect(SessionState.cancelled.after(event, by: .registrar) == .failure(TransitionRefusal(.sessionOver)))
      #expect(SessionState.draft.after(event, by: .registrar) == .failure(TransitionRefusal(.sessionDraft)))
    }
    #expect(SessionEvent(outcome: .cancelled) == nil)
  }

  @Test(arguments: [
    (SessionState.draft, SessionEvent.publishOffer, Actor.runner, SessionState.offered),
    (.draft, .publish, .registrar, .confirmed), (.draft, .discard, .runner, .cancelled),
    (.offered, .accept, .partner, .confirmed), (.offered, .lapse, .runner, .cancelled),
    (.confirmed, .decline, .partner, .cancelled), (.confirmed, .move, .runner, .confirmed),
    (.confirmed, .elapse, .runner, .unreported), (.confirmed, .cancel, .registrar, .cancelled),
  ])
  func `The ordinary way`(from: SessionState, event: SessionEvent, actor: Actor, to: SessionState) {
    #expect(from.after(event, by: actor) == .success(to))
  }

  @Test(arguments: [
    (SessionState.draft, SessionEvent.accept, Actor.partner, SessionRefusal.sessionDraft),
    (.confirmed, .accept, .partner, .sessionConfirmed), (.confirmed, .publish, .runner, .sessionNotDraft),
    (.held, .move, .registrar, .sessionReported), (.cancelled, .move, .registrar, .sessionOver),
    (.offered, .elapse, .partner, .actorNotAllowed), (.draft, .publish, .partner, .actorNotAllowed),
  ])
  func `What cannot happen says why`(from: SessionState, event: SessionEvent, actor: Actor, reason: SessionRefusal) {
    #expect(from.after(event, by: actor) == .failure(TransitionRefusal(reason)))
  }

  @Test func `Unreported never counts as held, and only the house or counsel can lose a meeting for the inmate`() {
    #expect(SessionState.allCases.filter(\.isMeeting) == [.held, .cutShort])
    #expect(SessionState.allCases.filter(\.isLostWithoutFault) == [.noShowAdvocate, .notBrought])
    #expect(SessionState.allCases.filter(\.isPlanned) == [.draft, .offered, .confirmed])
  }

  @Test func `A meeting keeps its own rules`() {
    let session = Session(
      id: Session.ID(bits: 1), service: .education, inmate: Fixture.inmate(1), partner: Fixture.partner(1),
      advocate: Fixture.advocate(1), date: day("2026-11-24"), hours: hours("10:00-10:45"),
      callAt: hours("10:15-11:00").start)
    #expect(session.problems.map(\.place) == ["service", "room", "callAt"])
    var walkIn = session
    walkIn.service = .consultation
    walkIn.origin = .walkIn
    walkIn.callAt = hours("09:45-11:00").start
    #expect(walkIn.problems.map(\.place) == ["state"])
    walkIn.state = .held
    #expect(walkIn.problems == [])
    #expect(walkIn.start.text(in: .westernIndonesia) == "2026-11-24T10:00+07:00")
  }
}
