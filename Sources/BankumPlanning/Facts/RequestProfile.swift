package import BankumModel

/// What a request is on the day of planning: how urgent, how long, from when until when, in whose hands.
///
/// Computed once from the facts. It says what somebody needs; whether a place gives it is for the rule set to say.
package struct RequestProfile: Sendable {
  /// The request.
  package let request: Request
  /// Who asks.
  package let inmate: Inmate
  /// Where it stands in the queue and why.
  package let priority: Priority
  /// Minutes of the meeting itself.
  package let minutes: Int
  /// Minutes before the meeting at which the block is to call him.
  package let callLead: Int
  /// Whether nobody has met him about this request: then it goes on a letter of referral.
  package let isFirstMeeting: Bool
  /// The languages of which counsel must speak one; nil: an interpreter comes, any will do.
  package let languages: Set<LanguageCode>?
  /// Whether the room must have no stairs.
  package let wantsAccessibleRoom: Bool
  /// The partner that holds the request; no other may serve it.
  package let holder: Partner.ID?
  /// The partner that the inmate chose, as long as the choice binds.
  package let wish: Partner.ID?
  /// The first day on which the permit of the stage allows a meeting; nil: it was refused.
  package let earliest: CivilDate?
  /// The last day on which the inmate is in the house, that of the end of the sentence; nil: none.
  package let due: CivilDate?
  /// The days by which a meeting is of use, also those that have passed: what is late costs, and forbids nothing.
  package let clocks: [MeetingClock]
  /// The partners that the wall keeps away, with all reasons; what is only flagged is left out.
  package let conflicts: [Partner.ID: Set<ConflictReason>]
  /// The partner that serves on in spite of the wall, because its mandate or acceptance stands; flagged.
  package let flagged: Partner.ID?
  /// The advocate who knows the matter.
  package let knownAdvocate: Advocate.ID?
  /// Minutes of certified class that he may still miss.
  package let classAllowance: Int

  /// What a request is; `isOverstayAnswered`: another request of his takes the meeting that an overstay calls for;
  /// `isAmongLongestWaiting`: a share of the places is kept for him.
  init(
    _ request: Request, _ inmate: Inmate, index: FactIndex, clock: DetentionClock, priorityRules: PriorityRules,
    isOverstayAnswered: Bool = false, isAmongLongestWaiting: Bool = false
  ) throws(ModelError) {
    let facts = index.facts
    let numbers = index.numbers
    let today = facts.today
    let met = index.encounters[inmate.id] ?? []
    let mandates = (index.mandates[inmate.id] ?? []).filter { $0.isInForce(on: today) }
    let holding = request.state.hasPartner ? request.offer?.partner : nil
    let needs = inmate.needs.union(request.needs)
    let detention = clock.status(
      isDetainee: inmate.isDetainee, terms: index.terms[inmate.id] ?? [],
      suspensions: (index.absences[inmate.id] ?? []).compactMap(\.suspension), on: today)
    let nextHearing = (index.hearings[inmate.id] ?? []).map(\.date).filter { $0 >= today }.min()
    let appealEnd = try Self.appealEnd(inmate.id, index)
    self.request = request
    self.inmate = inmate
    priority = Priority(
      PriorityFacts(
        detention: detention,
        hasMetSinceOverstay: isOverstayAnswered
          || detention.lastLawfulDay.map { last in met.contains { $0.lastOn > last } } ?? false,
        daysToHearing: nextHearing.map { today.days(until: $0) },
        daysToAppealEnd: appealEnd.map { today.days(until: $0) },
        isCounselMissing: try Self.isCounselMissing(request, inmate.id, hasMandate: !mandates.isEmpty, index),
        age: inmate.age(on: today), sex: inmate.sex, needs: needs, hasBeenSeen: !met.isEmpty,
        lostMeetings: request.lostMeetings,
        workingDaysWaiting: try facts.calendar.workingDays(after: request.waitsSince, through: today),
        isAmongLongestWaiting: isAmongLongestWaiting),
      rules: priorityRules)
    isFirstMeeting = request.waitingSince == nil
    let hasInterpreter = needs.contains(where: \.wantsInterpreter)
    minutes =
      (numbers.sessionMinutes[request.service] ?? 0) + (isFirstMeeting ? numbers.firstMeetingExtraMinutes : 0)
      + (hasInterpreter ? numbers.interpreterExtraMinutes : 0)
    callLead = numbers.callLeadMinutes + (inmate.block.flatMap { index.blocks[$0] }?.fetchMinutes ?? 0)
    let waivers = facts.waivers[request.id] ?? []
    languages =
      hasInterpreter || waivers.contains(.language) ? nil : request.language.map { [$0] } ?? Set(inmate.languages)
    wantsAccessibleRoom = needs.contains(where: \.wantsAccessibleRoom)
    let stage = inmate.isDetainee ? detention.stage ?? inmate.registerNumber?.book.stage : nil
    // An offer asks for the permit: what was early enough when it was published does not become too early overnight.
    let asked = request.offer.map { VisitPermit(state: .requested, requestedOn: $0.offeredAt.date) }
    earliest = try VisitPermit.earliestMeeting(
      stage: stage, permit: request.permit ?? asked, rules: facts.rules, calendar: facts.calendar, on: today)
    // Whoever is still held after the end of the sentence needs counsel the more.
    let sentenceEnd = inmate.isDetainee ? nil : inmate.sentenceEndsOn.flatMap { $0 >= today ? $0 : nil }
    due = waivers.contains(.due) ? nil : sentenceEnd
    clocks = try Self.clocks(
      detention: detention, hearing: nextHearing, appealEnd: appealEnd,
      offer: request.state == .offered
        ? request.offer : nil, index)
    holder = holding
    let client = Self.client(request, mandates)
    let walls = index.wall.exclusions(for: inmate.id)
    flagged = client.flatMap { walls[$0] == nil ? nil : $0 }
    var kept = walls
    if let client, let reasons = walls[client] {
      // What it reported itself stands even then.
      kept[client] = reasons.contains(.conflictReported) ? [.conflictReported] : nil
    }
    conflicts = kept
    let mandateAdvocate = mandates.filter { $0.partner == client || client == nil }.map(\.advocate)
    let known = met.filter { $0.partner == holding ?? $0.partner }
    let lastMet = known.map(\.lastOn).max()
    let lastAdvocates = known.filter { $0.lastOn == lastMet }.map(\.advocate)
    // Two on one day say nothing about who knows the matter, and nothing may be decided by an id.
    knownAdvocate =
      mandateAdvocate.count == 1 ? mandateAdvocate[0] : lastAdvocates.count == 1 ? lastAdvocates[0] : nil
    wish = Self.bindingWish(
      request, tier: facts.ranksOfRun[request.id]?.tier ?? priority.tier, conflicts: conflicts, holder: holder,
      languages: languages, index)
    classAllowance =
      waivers.contains(.classHours)
      ? 1_000_000 : max(0, numbers.missedClassMinutes - (facts.missedClassMinutes[inmate.id] ?? 0))
  }

  /// The partner whose service stands and goes on whatever the wall says: mandates are flagged, not broken.
  private static func client(_ request: Request, _ mandates: [Mandate]) -> Partner.ID? {
    if request.state == .accepted || request.state == .scheduled { return request.offer?.partner }
    guard request.service == .assistance, let first = mandates.first?.partner else { return nil }
    return mandates.allSatisfy { $0.partner == first } ? first : nil
  }

  /// Every clock that a meeting can be too late for, each once.
  private static func clocks(
    detention: DetentionStatus, hearing: CivilDate?, appealEnd: CivilDate?, offer: Offer?, _ index: FactIndex
  ) throws(ModelError) -> [MeetingClock] {
    var clocks: [MeetingClock] = []
    let kinds: [DetentionBand: MeetingClock.Kind] = [
      .secondNotice: .termWithinSecondNotice, .firstNotice: .termWithinFirstNotice, .far: .termLater,
    ]
    if let kind = kinds[detention.band], let last = detention.lastLawfulDay {
      clocks.append(MeetingClock(kind, lastDay: last))
    }
    if let hearing {
      clocks.append(MeetingClock(.hearing, lastDay: hearing.adding(days: -index.numbers.value.hearingPreparationDays)))
    }
    if let appealEnd { clocks.append(MeetingClock(.appeal, lastDay: appealEnd)) }
    if let offer {
      let clock = index.numbers.answerClock
      let calendar = index.facts.calendar
      switch try offer.state(clock, calendar: calendar, on: index.facts.today) {
      case .checking(let due):
        let answer = try calendar.addingWorkingDays(clock.answerWorkingDays, to: due)
        clocks.append(MeetingClock(.answer, lastDay: answer))
      case .answering(let due, _): clocks.append(MeetingClock(.answer, lastDay: due))
      case .stopped, .answered: break
      }
    }
    return clocks
  }

  private static func appealEnd(_ inmate: Inmate.ID, _ index: FactIndex) throws(ModelError) -> CivilDate? {
    var ends: [CivilDate] = []
    for file in index.cases[inmate] ?? [] where file.role(of: inmate)?.isAccused == true {
      guard let verdict = file.verdict, verdict.foughtOn == nil else { continue }
      let last = try AppealClock.lastDay(
        verdictOf: verdict.stage, knownOn: verdict.knownOn, law: file.law, rules: index.facts.rules)
      if let last, last >= index.facts.today { ends.append(last) }
    }
    return ends.min()
  }

  private static func isCounselMissing(
    _ request: Request, _ inmate: Inmate.ID, hasMandate: Bool, _ index: FactIndex
  ) throws(ModelError) -> Bool {
    for file in index.cases[inmate] ?? [] where file.role(of: inmate)?.isAccused == true {
      guard let threat = file.threat else { continue }
      if try MandatoryCounsel.isMissing(
        // A missing proof never delays the first visit: until then whoever asks counts as poor.
        threat: threat, isPoor: request.povertyProof != nil || request.waitingSince == nil, hasCounsel: hasMandate,
        law: file.law,
        rules: index.facts.rules, on: index.facts.today)
      {
        return true
      }
    }
    return false
  }

  /// The choice of the inmate beats balance; it does not keep an urgent request waiting, and a partner that has
  /// nobody for him, or must not serve him, is no choice.
  private static func bindingWish(
    _ request: Request, tier: Int, conflicts: [Partner.ID: Set<ConflictReason>], holder: Partner.ID?,
    languages: Set<LanguageCode>?, _ index: FactIndex
  ) -> Partner.ID? {
    guard let wish = request.wishPartner, holder == nil, tier > 1, conflicts[wish] == nil,
      !request.excludedPartners.contains(wish)
    else { return nil }
    let hasPeople = index.facts.advocates.contains { advocate in
      advocate.partner == wish && advocate.kind.mayServe(request.service)
        && !(index.availability[advocate.id] ?? []).isEmpty && advocate.sex == request.advocateSex ?? advocate.sex
        && request.skill.map(advocate.skills.contains) ?? true
        && !(languages?.isDisjoint(with: advocate.languages) ?? false)
    }
    return hasPeople ? wish : nil
  }
}
