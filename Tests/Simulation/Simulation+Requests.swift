import BankumModel
import BankumPlanning
import BankumTesting

/// Requests and what the partners answer.
extension Simulation {
  /// What a partner will do with an offer, thrown once when it is made.
  enum Reply {
    case accept(CivilDate)
    case refuse(CivilDate, ExclusionReason)
    case askForPapers(CivilDate, supplied: CivilDate)
    case silence
  }

  /// So many requests a week in all: those of newcomers, and others of people who never asked before. Who has asked
  /// does not ask again: whether his request is still open would depend on the policy.
  mutating func fileRequests() throws {
    owedRequests += world.daily(ofWeek: order.arrivals)
    var candidates = facts.inmates.filter { $0.presence.isPlannable && !chronicle.hasAsked($0.id) }.map(\.id)
    while owedRequests > 0, !candidates.isEmpty {
      file(for: candidates.remove(at: world.number(0...candidates.count - 1)))
      owedRequests -= 1
    }
    // A few take their request back.
    for request in facts.requests where chronicle.asks[request.id].map({ $0.withdrawsOn <= facts.today }) ?? false {
      var request = request
      try Self.happen(.withdraw, to: &request, by: .registrar, on: facts.today)
      try end(request, .withdrawnByInmate)
    }
  }

  mutating func file(for inmate: Inmate.ID) {
    guard let sample = samples.randomElement(using: &world) else { return }
    let request = Request(
      id: newWorldID(), inmate: inmate, service: sample.service, submittedOn: facts.today, channel: sample.channel,
      wishPartner: sample.wishPartner, advocateSex: sample.advocateSex, skill: sample.skill, needs: sample.needs,
      povertyProof: sample.povertyProof)
    facts.requests.append(request)
    ledger.file(request)
    chronicle.ask(request, facts, dice)
  }

  /// What a partner will do with an offer of this request: the same whenever it is asked.
  func reply(to request: Request.ID, _ partner: Partner.ID) throws -> Reply {
    var dice = dice.generator(.reply, request.bits, partner.bits)
    func day(_ count: Int) throws -> CivilDate {
      try facts.calendar.addingWorkingDays(count, to: facts.today)
    }
    let roll = dice.number(1...100)
    switch roll {
    case ...80: return .accept(try day(dice.number(0...3)))
    case ...87: return .refuse(try day(dice.number(1...3)), .refusedByPartner)
    case 88: return .refuse(try day(1), .conflict)
    case ...93: return .askForPapers(try day(1), supplied: try day(3))
    default: return .silence
    }
  }

  /// What the partners do today; who was silent too long is left out, once, and the request is offered anew.
  mutating func answerOffers() throws {
    let today = facts.today
    let clock = try AnswerClock(rules: facts.rules, on: today)
    for request in facts.requests where request.state == .offered || request.state == .incomplete {
      guard let offer = request.offer, let reply = replies[request.id] else {
        throw Broken("an offer without a partner that thinks about it")
      }
      var request = request
      switch reply {
      case .accept(let date) where date <= today: try accept(&request)
      case .refuse(let date, let reason) where date <= today: try drop(&request, .refuse, by: .partner, reason)
      case .askForPapers(let date, let supplied):
        if request.state == .offered, date <= today, today < supplied {
          try Self.happen(.checkIncomplete, to: &request, by: .partner, on: facts.today)
        } else if request.state == .incomplete, supplied <= today {
          try Self.happen(.supply, to: &request, by: .registrar, on: facts.today)
          replies[request.id] = .accept(try facts.calendar.addingWorkingDays(1, to: today))
        }
        store(request)
      default:
        let now = try offer.state(clock, calendar: facts.calendar, on: today)
        guard AnswerClock.hasLapsed(now, on: today) else { continue }
        guard case .silence = reply else { throw Broken("an answer in time was taken for silence: \(reply) \(now)") }
        try drop(&request, .lapse, by: .runner, .silent)
      }
    }
  }

  private mutating func accept(_ request: inout Request) throws {
    try Self.happen(.accept, to: &request, by: .partner, on: facts.today)
    replies[request.id] = nil
    if let place = facts.sessions.firstIndex(where: { $0.request == request.id && $0.state == .offered }) {
      try facts.sessions[place].apply(.accept, by: .partner)
      try Self.happen(.schedule, to: &request, by: .runner, on: facts.today)
    }
    store(request)
  }

  /// The offer ends without acceptance: the place is free, the partner is left out, the request looks for another.
  private mutating func drop(
    _ request: inout Request, _ event: RequestEvent, by actor: Actor, _ reason: ExclusionReason
  ) throws {
    guard let partner = request.offer?.partner else { throw Broken("no partner to leave out") }
    guard !request.excludedPartners.contains(partner) else { throw Broken("a partner was asked twice") }
    try Self.happen(event, to: &request, by: actor, on: facts.today)
    request.exclusions.append(PartnerExclusion(partner: partner, reason: reason, since: facts.today))
    if reason == .conflict {
      facts.reportedConflicts.append(ReportedConflict(inmate: request.inmate, partner: partner))
    }
    if request.wishPartner == partner { request.wishPartner = nil }
    replies[request.id] = nil
    try cancelMeetings(of: request.id)
    store(request)
  }

  mutating func store(_ request: Request) {
    if let place = position(of: request.id) { facts.requests[place] = request }
  }
}
