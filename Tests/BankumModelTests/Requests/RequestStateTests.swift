import Testing

@testable import BankumModel

@Suite struct RequestStateTests {
  /// The states that somebody can bring about from here, with anybody acting.
  private func next(_ state: RequestState) -> Set<RequestState> {
    var found: Set<RequestState> = []
    for event in RequestEvent.allCases {
      if case .becomes(let next, let actors) = state.outcome(of: event), !actors.isEmpty { found.insert(next) }
    }
    return found
  }

  private func reachable(from start: RequestState) -> Set<RequestState> {
    var found: Set<RequestState> = [start]
    var frontier = [start]
    while let state = frontier.popLast() {
      for other in next(state) where found.insert(other).inserted { frontier.append(other) }
    }
    return found
  }

  @Test func `The codes are those of the contract`() {
    #expect(
      RequestState.allCases.map(\.code) == [
        "submitted", "incomplete", "offered", "accepted", "scheduled", "closed", "withdrawn", "transferred", "released",
        "deceased", "noEligiblePartner",
      ])
  }

  @Test func `From the start every state can be reached, and from every open state the service itself`() {
    #expect(reachable(from: .submitted) == Set(RequestState.allCases))
    for state in RequestState.allCases where state.isOpen {
      #expect(reachable(from: state).contains(.closed), "\(state.code)")
      #expect(reachable(from: state).contains(.scheduled), "\(state.code)")
    }
  }

  @Test func `Every open state has an end for each way a person leaves, and takes a meeting that took place`() {
    let ends: [(RequestEvent, RequestState)] = [
      (.transfer, .transferred), (.release, .released), (.die, .deceased), (.withdraw, .withdrawn),
      (.refuseCounsel, .withdrawn), (.fulfil, .closed),
    ]
    for state in RequestState.allCases where state.isOpen {
      for (event, end) in ends { #expect(state.after(event, by: .registrar) == .success(end)) }
    }
  }

  @Test func `No state that waits for a partner waits for the partner alone`() {
    for state in RequestState.allCases where state.hasPartner {
      let others = RequestEvent.allCases.filter { event in
        guard case .becomes(let next, let actors) = state.outcome(of: event) else { return false }
        return next.isOpen && next != state && !actors.isDisjoint(with: [.registrar, .runner])
      }
      #expect(!others.isEmpty, "\(state.code)")
    }
  }

  @Test func `Ended requests take nothing but a correction, and served ones only that nobody was served`() {
    for state in RequestState.allCases where !state.isOpen {
      for event in RequestEvent.allCases where event != .reinstate && event != .unfulfil {
        #expect(state.after(event, by: .registrar) == .failure(TransitionRefusal(.requestClosed)))
      }
    }
    #expect(RequestState.closed.after(.reinstate, by: .registrar) == .failure(TransitionRefusal(.requestClosed)))
    #expect(RequestState.closed.after(.unfulfil, by: .registrar) == .success(.submitted))
    #expect(RequestState.closed.after(.unfulfil, by: .partner) == .failure(TransitionRefusal(.actorNotAllowed)))
    #expect(RequestState.released.after(.unfulfil, by: .registrar) == .failure(TransitionRefusal(.requestClosed)))
    #expect(RequestState.released.after(.reinstate, by: .registrar) == .success(.submitted))
    #expect(RequestState.released.after(.reinstate, by: .partner) == .failure(TransitionRefusal(.actorNotAllowed)))
  }

  @Test(arguments: [
    (RequestState.submitted, RequestEvent.offer, Actor.runner, RequestState.offered),
    (.offered, .checkComplete, .partner, .offered), (.offered, .checkIncomplete, .partner, .incomplete),
    (.incomplete, .supply, .registrar, .offered), (.offered, .accept, .partner, .accepted),
    (.accepted, .schedule, .runner, .scheduled), (.scheduled, .fulfil, .partner, .closed),
    (.offered, .refuse, .partner, .submitted), (.offered, .lapse, .runner, .submitted),
    (.submitted, .exhaust, .runner, .noEligiblePartner), (.noEligiblePartner, .reopen, .registrar, .submitted),
    (.noEligiblePartner, .offer, .registrar, .offered), (.scheduled, .unschedule, .partner, .accepted),
    (.scheduled, .followUp, .partner, .accepted), (.scheduled, .retract, .runner, .submitted),
  ])
  func `The ordinary way and its returns`(from: RequestState, event: RequestEvent, actor: Actor, to: RequestState) {
    #expect(from.after(event, by: actor) == .success(to))
  }

  @Test(arguments: [
    (RequestState.submitted, RequestEvent.accept, Actor.partner, RequestRefusal.requestNotOffered),
    (.offered, .offer, .runner, .requestAlreadyOffered), (.accepted, .accept, .partner, .requestAlreadyAccepted),
    (.offered, .schedule, .runner, .requestNotAccepted), (.accepted, .unschedule, .runner, .requestNotScheduled),
    (.scheduled, .schedule, .runner, .requestAlreadyScheduled), (.incomplete, .lapse, .runner, .requestIncomplete),
    (.offered, .supply, .registrar, .requestNotIncomplete), (.submitted, .reopen, .registrar, .requestHasPartners),
    (.submitted, .reinstate, .registrar, .requestOpen), (.submitted, .offer, .partner, .actorNotAllowed),
    (.offered, .withdraw, .partner, .actorNotAllowed), (.scheduled, .release, .runner, .actorNotAllowed),
    (.accepted, .lapse, .runner, .requestAlreadyAccepted),
  ])
  func `What cannot happen says why`(from: RequestState, event: RequestEvent, actor: Actor, reason: RequestRefusal) {
    #expect(from.after(event, by: actor) == .failure(TransitionRefusal(reason)))
  }

  @Test func `Every reason is given by some pair`() {
    var given: Set<RequestRefusal> = []
    for state in RequestState.allCases {
      for event in RequestEvent.allCases {
        for actor in Actor.allCases {
          if case .failure(let refusal) = state.after(event, by: actor) { given.insert(refusal.reason) }
        }
      }
    }
    #expect(given == Set(RequestRefusal.allCases))
  }

  @Test func `A paralegal consults, an advocate assists, and assistance beyond the first meeting needs its mandate`() {
    let today = day("2026-11-23")
    let mandate = Fixture.mandate(1, inmate: 1, partner: 1, from: "2026-10-01")
    let ended = Fixture.mandate(2, inmate: 1, partner: 1, from: "2026-01-01", to: "2026-11-22")
    func refusals(
      _ service: Service, _ kind: AdvocateKind, partner: UInt64 = 1, first: Bool = false, _ mandates: [Mandate] = []
    ) -> [ServiceEligibility.Refusal] {
      ServiceEligibility.refusals(
        service: service, kind: kind, partner: Fixture.partner(partner), isFirstMeeting: first, mandates: mandates,
        on: today)
    }
    #expect(refusals(.consultation, .paralegal) == [])
    #expect(refusals(.education, .paralegal) == [])
    #expect(refusals(.assistance, .paralegal, first: true) == [.paralegalNoAssistance])
    #expect(refusals(.assistance, .advocate, first: true) == [])
    #expect(refusals(.assistance, .advocate) == [.mandateMissing])
    #expect(refusals(.assistance, .advocate, [ended]) == [.mandateMissing])
    #expect(refusals(.assistance, .advocate, [ended, mandate]) == [])
    #expect(refusals(.assistance, .advocate, partner: 2, first: true, [mandate]) == [.mandateOfOtherPartner])
  }

  @Test func `A request keeps its own rules`() {
    let sound = Request(
      id: Request.ID(bits: 1), inmate: Fixture.inmate(1), service: .consultation, submittedOn: day("2026-11-01"),
      channel: .oral)
    #expect(sound.problems == [])
    var wrong = sound
    wrong.state = .offered
    wrong.wishPartner = Fixture.partner(1)
    wrong.exclusions = [
      PartnerExclusion(partner: Fixture.partner(1), reason: .refusedByInmate, since: day("2026-11-02"))
    ]
    wrong.waitingSince = day("2026-10-01")
    #expect(wrong.problems.map(\.place) == ["offer", "waitingSince", "wishPartner"])
    var ended = sound
    ended.state = .withdrawn
    #expect(ended.problems.map(\.place) == ["closing"])
    ended.closing = Closing(reason: .refusedCounsel, on: day("2026-11-05"))
    #expect(ended.problems.map(\.place) == ["closing.record"])
    ended.closing?.record = "BA-12"
    #expect(ended.problems == [])
  }

  @Test func `An offer remembers when it was answered, and where its clock stands`() throws {
    let morning = CivilTime(day("2026-11-20"), .startOfDay)
    let clock = try AnswerClock(rules: RuleDefaults.table, on: day("2026-11-20"))
    var offer = Offer(partner: Fixture.partner(1), offeredAt: morning)
    #expect(offer.answeredOn == nil)
    #expect(
      try offer.state(clock, calendar: Holidays.calendar(), on: day("2026-11-20")) == .checking(due: day("2026-11-23")))
    offer.events = [.incomplete(day("2026-11-23")), .complete(day("2026-11-24")), .answered(day("2026-11-26"))]
    #expect(offer.answeredOn == day("2026-11-26"))
    #expect(
      try offer.state(clock, calendar: Holidays.calendar(), on: day("2026-12-20"))
        == .answered(on: day("2026-11-26"), workingDaysLate: 0))
  }
}
