package import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// The requests within somebody's reach, the oldest first, and how many there are beyond the limit.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` for a year without a calendar; `StoreError`.
  package func listRequests(
    _ question: RequestQuestion, _ scope: Scope, method: String
  ) async throws -> (views: [RequestView], left: Int) {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      if let partner = question.partner {
        guard try reading.find(partner) != nil, scope.partner ?? partner == partner else {
          throw OfficeError.notFound("partner", partner.text)
        }
      }
      let inmate = try question.inmate.map { try reading.inmate(named: $0, for: scope).id }
      let found = try reading.list(Self.filter(question, inmate, scope)).filter { request in
        try Self.isAsked(request, question) && reading.isWithinReach(request, of: scope)
      }
      let look = try RequestLook(reading, scope, today)
      let views = try found.prefix(question.limit).map { try look.view($0) }
      reading.touch(Set(views.map(\.inmate.id)))
      return (views, found.count - views.count)
    }
  }

  /// One request.
  /// - Throws: `OfficeError`: `notFound`, `refused` for a year without a calendar; `StoreError`.
  package func showRequest(_ id: Request.ID, _ scope: Scope, method: String) async throws -> RequestView {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let request = try reading.request(id, for: scope)
      reading.touch([id])
      reading.touch([request.inmate])
      return try RequestLook(reading, scope, today).view(request)
    }
  }

  private static func isAsked(_ request: Request, _ question: RequestQuestion) -> Bool {
    let isInState =
      question.states.map { $0.isEmpty || $0.contains(request.state) } ?? request.state.isOpen
    return isInState && (question.partner == nil || request.offer?.partner == question.partner)
      && (question.service == nil || request.service == question.service)
  }

  /// The narrowest filter.
  private static func filter(
    _ question: RequestQuestion, _ inmate: Inmate.ID?, _ scope: Scope
  ) -> Filter<Request> {
    if let inmate { return .of(inmate) }
    if let partner = scope.partner { return question.states == nil ? .openHeld(by: partner) : .reached(by: partner) }
    guard let states = question.states else { return .open }
    return states.isEmpty ? .everyone : .states(states)
  }
}

/// Looks up what stands beside a request.
private struct RequestLook {
  private let reading: Reading
  private let scope: Scope
  private let today: CivilDate
  private let rules: RuleTable
  private let calendar: WorkingCalendar

  init(_ reading: Reading, _ scope: Scope, _ today: CivilDate) throws {
    self.reading = reading
    self.scope = scope
    self.today = today
    rules = try reading.rules()
    calendar = try reading.calendar()
  }

  func view(_ request: Request) throws -> RequestView {
    var shown = request
    if let partner = scope.partner {
      shown.exclusions.removeAll { $0.partner != partner }
      if shown.wishPartner != partner { shown.wishPartner = nil }
    }
    let inmate = try reading.required(request.inmate)
    let block = try reading.required(ifSet: inmate.block)
    let sessions = try reading.list(Filter<Session>.request(request.id)).filter {
      $0.state != .draft && $0.state != .cancelled && (scope.partner == nil || $0.partner == scope.partner)
    }
    do throws(ModelError) {
      let clock = try AnswerClock(rules: rules, on: today)
      let state = try request.offer?.state(clock, calendar: calendar, on: today)
      var checkBy: CivilDate?
      var answerBy: CivilDate?
      var late = 0
      if let state {
        late = try clock.workingDaysLate(state, calendar: calendar, on: today)
        switch state {
        case .checking(let due):
          checkBy = due
          answerBy = try calendar.addingWorkingDays(clock.answerWorkingDays, to: due)
        case .answering(let due, _): answerBy = due
        case .stopped, .answered: break
        }
      }
      return RequestView(
        request: shown, inmate: inmate, block: block,
        meeting: sessions.first { $0.state.isPublished } ?? sessions.last, clock: state, checkBy: checkBy,
        answerBy: answerBy, workingDaysLate: late)
    } catch {
      throw OfficeError(PlanningError(.facts, error.problems))
    }
  }
}
