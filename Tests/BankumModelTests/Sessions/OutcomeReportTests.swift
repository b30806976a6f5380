import Testing

@testable import BankumModel

@Suite struct OutcomeReportTests {
  private static let partner = Fixture.partner(1)
  private static let now = CivilTime(day("2026-11-24"), hours("17:00-18:00").start)
  private static let outcomes = SessionState.allCases.filter(\.isReported)

  private func session(_ state: SessionState) -> Session {
    Session(
      id: Session.ID(bits: 1), request: Request.ID(bits: 1), service: .consultation, inmate: Fixture.inmate(1),
      partner: Self.partner, advocate: Fixture.advocate(1), room: Room.ID(bits: 1), date: day("2026-11-24"),
      hours: hours("10:00-10:45"), callAt: hours("09:45-10:00").start, state: state)
  }

  /// A request of this state, held by the meeting's partner where the state has one.
  private func request(_ state: RequestState, holder: Partner.ID = partner) -> Request {
    Request(
      id: Request.ID(bits: 1), inmate: Fixture.inmate(1), service: .consultation, state: state,
      submittedOn: day("2026-10-01"), channel: .oral,
      offer: state.hasPartner
        ? Offer(partner: holder, offeredAt: CivilTime(day("2026-11-10"), .startOfDay)) : nil,
      waitingSince: day("2026-10-20"), lostMeetings: 1,
      closing: state.isOpen ? nil : Closing(reason: .withdrawnByInmate, on: day("2026-11-20")))
  }

  private func apply(
    _ report: OutcomeReport, _ session: Session, _ request: Request?, hasOther: Bool = false
  ) -> Result<(session: Session, request: Request?), TransitionRefusal<OutcomeRefusal>> {
    do throws(TransitionRefusal<OutcomeRefusal>) {
      return .success(try report.applied(to: session, of: request, hasOtherMeeting: hasOther, at: Self.now))
    } catch {
      return .failure(error)
    }
  }

  private func reason(
    _ report: OutcomeReport, _ session: Session, _ request: Request?, hasOther: Bool = false
  ) -> OutcomeRefusal? {
    if case .failure(let refusal) = apply(report, session, request, hasOther: hasOther) {
      refusal.reason
    } else {
      nil
    }
  }

  /// What the rule says by hand: the state of the request after a first report, by the meeting's own partner.
  private func expected(_ outcome: SessionState, _ followUp: Bool, _ state: RequestState, _ hasOther: Bool)
    -> RequestState
  {
    guard state.isOpen else { return state }
    switch outcome {
    case .held, .cutShort:
      if !followUp { return .closed }
      return state.hasPartner && !hasOther ? .accepted : state
    default: return state == .scheduled && !hasOther ? .accepted : state
    }
  }

  @Test func `Every state of the meeting with every state of the request, every outcome, by everybody`() throws {
    var cases = 0
    for state in SessionState.allCases {
      for requestState in RequestState.allCases {
        for target in SessionState.allCases {
          for actor in Actor.allCases {
            for followUp in [false, true] {
              for hasOther in [false, true] {
                cases += 1
                let report = OutcomeReport(target, needsFollowUp: followUp, by: actor)
                let before = request(requestState)
                let result = apply(report, session(state), before, hasOther: hasOther)
                let refusal = expectedRefusal(state, target, actor)
                switch result {
                case .failure(let error): #expect(error.reason == refusal, "\(state) \(requestState) \(report)")
                case .success(let after):
                  try #require(refusal == nil, "\(state) \(requestState) \(report)")
                  check(after, report, before, hasOther)
                }
              }
            }
          }
        }
      }
    }
    #expect(cases == 10 * 11 * 10 * 3 * 4)
  }

  private func expectedRefusal(_ state: SessionState, _ target: SessionState, _ actor: Actor) -> OutcomeRefusal? {
    guard target.isReported else { return .notAnOutcome }
    switch state {
    case .draft: return .sessionDraft
    case .cancelled: return .sessionOver
    case .offered, .confirmed, .unreported: return actor == .runner ? .actorNotAllowed : nil
    case .held, .cutShort, .noShowAdvocate, .refusedByInmate, .notBrought:
      return actor == .registrar ? nil : actor == .partner ? .sessionReported : .actorNotAllowed
    }
  }

  private func check(
    _ after: (session: Session, request: Request?), _ report: OutcomeReport, _ before: Request, _ hasOther: Bool
  ) {
    guard let request = after.request else {
      Issue.record("the request is lost")
      return
    }
    #expect(after.session.state == report.outcome)
    #expect(after.session.problems == [])
    #expect(request.problems == [])
    #expect(request.state == expected(report.outcome, report.needsFollowUp, before.state, hasOther))
    guard before.state.isOpen else {
      #expect(request.progress == before.progress && after.session.effect == nil)
      return
    }
    #expect(after.session.effect == OutcomeEffect(before: before.progress, after: request.progress))
    switch report.outcome {
    case .held, .cutShort:
      #expect(request.lostMeetings == 0 && request.waitingSince == day("2026-11-24"))
      #expect((request.state == .closed) == (request.closing?.reason == .held))
    case .noShowAdvocate, .notBrought:
      #expect(request.lostMeetings == 2 && request.waitingSince == day("2026-10-20"))
    default: #expect(request.lostMeetings == 1 && request.waitingSince == day("2026-10-20"))
    }
    if request.state != before.state { #expect(isTransition(before.state, request.state)) }
  }

  /// Whether the table of the request's states knows such a step.
  private func isTransition(_ from: RequestState, _ next: RequestState) -> Bool {
    [RequestEvent.fulfil, .followUp, .unschedule].contains { event in
      if case .becomes(let state, _) = from.outcome(of: event) { state == next } else { false }
    }
  }

  @Test func `A correction does what the right report would have done at once`() throws {
    var cases = 0
    for requestState in RequestState.allCases {
      for hasOther in [false, true] {
        let before = request(requestState)
        for first in Self.outcomes {
          for second in Self.outcomes {
            for followUp in [(false, false), (false, true), (true, false), (true, true)] {
              cases += 1
              let wrong = OutcomeReport(first, needsFollowUp: followUp.0, by: .partner)
              let right = OutcomeReport(second, needsFollowUp: followUp.1, by: .registrar)
              let once = try apply(right, session(.confirmed), before, hasOther: hasOther).get()
              let reported = try apply(wrong, session(.confirmed), before, hasOther: hasOther).get()
              let twice = try apply(right, reported.session, reported.request, hasOther: hasOther).get()
              #expect(twice == once)
            }
          }
        }
      }
    }
    #expect(cases == 11 * 2 * 25 * 4)
  }

  @Test func `A request that went on keeps its way: only the count of lost meetings is mended`() throws {
    let lost = try apply(OutcomeReport(.noShowAdvocate, by: .partner), session(.confirmed), request(.scheduled)).get()
    var later = try #require(lost.request)
    #expect(later.state == .accepted && later.lostMeetings == 2)
    later.state = .scheduled
    let refused = try apply(OutcomeReport(.refusedByInmate, by: .registrar), lost.session, later).get()
    #expect(refused.request?.state == .scheduled && refused.request?.lostMeetings == 1)
    #expect(reason(OutcomeReport(.held, by: .registrar), lost.session, later) == .requestMovedOn)
    later.state = .released
    later.offer = nil
    later.closing = Closing(reason: .released, on: day("2026-11-25"))
    let held = try apply(OutcomeReport(.held, by: .registrar), lost.session, later).get()
    #expect(held.session.state == .held && held.request?.progress == later.progress)
  }

  @Test func `A meeting with another partner serves the request and says nothing for its holder`() throws {
    for state in RequestState.allCases where state.hasPartner {
      let before = request(state, holder: Fixture.partner(2))
      let closed = try apply(OutcomeReport(.held, by: .partner), session(.confirmed), before).get()
      #expect(closed.request?.state == .closed)
      let next = try apply(OutcomeReport(.held, needsFollowUp: true, by: .partner), session(.confirmed), before).get()
      #expect(next.request?.state == state && next.request?.offer == before.offer)
      let lost = try apply(OutcomeReport(.notBrought, by: .partner), session(.confirmed), before).get()
      #expect(lost.request?.state == state && lost.request?.lostMeetings == 2)
    }
  }

  @Test func `Whoever met him has taken the matter: the answer is noted once`() throws {
    let report = OutcomeReport(.held, needsFollowUp: true, by: .partner)
    let accepted = try apply(report, session(.offered), request(.offered)).get()
    #expect(accepted.request?.offer?.answeredOn == day("2026-11-24"))
    var answered = request(.scheduled)
    answered.offer?.events = [.answered(day("2026-11-12"))]
    let again = try apply(report, session(.confirmed), answered).get()
    #expect(again.request?.offer?.events == [.answered(day("2026-11-12"))])
  }

  @Test func `What has not begun has no outcome, and a meeting without a request has its own alone`() throws {
    var tomorrow = session(.confirmed)
    tomorrow.date = day("2026-11-25")
    #expect(reason(OutcomeReport(.held, by: .registrar), tomorrow, request(.scheduled)) == .sessionNotBegun)
    var walkIn = session(.confirmed)
    walkIn.request = nil
    let held = try apply(OutcomeReport(.held, by: .partner), walkIn, nil).get()
    #expect(held.session.state == .held && held.session.effect == nil && held.request == nil)
  }

  @Test func `A visit that was written down before its request counts from the request's day`() throws {
    var late = request(.submitted)
    late.submittedOn = day("2026-11-25")
    late.waitingSince = nil
    let held = try apply(OutcomeReport(.held, by: .registrar), session(.confirmed), late).get()
    #expect(held.request?.closing?.on == day("2026-11-25") && held.request?.problems == [])
  }
}
