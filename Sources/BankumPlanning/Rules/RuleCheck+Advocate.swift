import BankumModel

/// The rules about partner and advocate.
extension RuleCheck {
  /// What forbids this advocate for this request on any day.
  func person(_ profile: RequestProfile, _ advocate: Advocate) -> [RuleBreach] {
    var found = partner(profile, advocate.partner)
    if let skill = profile.request.skill, !advocate.skills.contains(skill) {
      found.append(RuleBreach(.skill, partner: advocate.partner, advocate: advocate.id, [.code(skill.code)]))
    }
    if let languages = profile.languages, languages.isDisjoint(with: advocate.languages) {
      let codes = languages.map(\.code).sorted().map { RuleBreach.Value.code($0) }
      found.append(RuleBreach(.language, partner: advocate.partner, advocate: advocate.id, codes))
    }
    if let sex = profile.request.advocateSex, sex != advocate.sex {
      found.append(RuleBreach(.advocateSex, partner: advocate.partner, advocate: advocate.id, [.code(sex.code)]))
    }
    return found
  }

  /// What forbids this partner for this request on any day.
  func partner(_ profile: RequestProfile, _ partner: Partner.ID) -> [RuleBreach] {
    var rules: Set<HouseRule> = []
    for exclusion in profile.request.exclusions where exclusion.partner == partner {
      rules.insert(HouseRule(exclusion.reason))
    }
    for reason in profile.conflicts[partner] ?? [] { rules.insert(HouseRule(reason)) }
    if let holder = profile.holder, holder != partner { rules.insert(.heldByOtherPartner) }
    if let wish = profile.wish, wish != partner { rules.insert(.wishOtherPartner) }
    return HouseRule.allCases.filter(rules.contains).map { RuleBreach($0, partner: partner) }
  }

  /// What forbids this advocate on the whole day.
  func personOnDay(_ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate) -> [RuleBreach] {
    let mandates = index.mandates[profile.inmate.id] ?? []
    var found: [RuleBreach] = []
    func add(_ rule: HouseRule, _ values: [RuleBreach.Value] = []) {
      found.append(RuleBreach(rule, partner: advocate.partner, advocate: advocate.id, values))
    }
    for refusal in ServiceEligibility.refusals(
      service: profile.request.service, kind: advocate.kind, partner: advocate.partner,
      isFirstMeeting: profile.isFirstMeeting, mandates: mandates, on: date)
    {
      add(HouseRule(refusal))
    }
    // A mandate is served until the matter is finished, whatever becomes of the partner's papers.
    let isMandated = mandates.contains { $0.partner == advocate.partner && $0.isInForce(on: date) }
    if !isMandated {
      if let partner = index.partners[advocate.partner] {
        for paper in partner.credentialStatus(on: date, warningDays: 0).lapsed {
          found.append(RuleBreach(HouseRule(paper), partner: partner.id, [.date(date)]))
        }
      } else {
        add(.agreementLapsed, [.date(date)])
      }
    }
    for paper in advocate.credentialStatus(on: date, warningDays: 0).lapsed { add(HouseRule(paper), [.date(date)]) }
    if advocate.isAbsent(on: date) { add(.advocateAbsent, [.date(date)]) }
    if (index.hearingsOfAdvocate[advocate.id] ?? []).contains(where: { $0.blocks(date) }) {
      add(.advocateInCourt, [.date(date)])
    }
    return found
  }

  /// What forbids these hours for this advocate.
  func personAtTime(
    _ profile: RequestProfile, _ advocate: Advocate, _ date: CivilDate, _ hours: MinuteRange
  ) -> [RuleBreach] {
    presence(of: advocate, on: date).breaches(hours)
  }

  /// When an advocate comes on a day, by confirmed hours and by others.
  func presence(of advocate: Advocate, on date: CivilDate) -> AdvocatePresence {
    let (fresh, stale) = index.hours(of: advocate.id, on: date)
    return AdvocatePresence(
      advocate: advocate, hours: stale.ranges.isEmpty ? fresh : OpeningHours(fresh.ranges + stale.ranges))
  }

  /// Whether a meeting rests on hours that nobody has confirmed for long: that is said and costs, and forbids nothing.
  func isUnconfirmed(_ advocate: Advocate.ID, _ date: CivilDate, _ hours: MinuteRange) -> Bool {
    !index.hours(of: advocate, on: date).fresh.contains(hours)
  }

  /// What forbids it because the advocate is taken.
  func advocateTaken(
    _ advocate: Advocate, _ date: CivilDate, _ turn: MinuteRange, _ isLeftOut: (Booking) -> Bool
  ) -> [RuleBreach] {
    load(of: advocate, on: date, isLeftOut).breaches(turn)
  }

  /// What an advocate does on a day and in its week beside the meeting that is asked about.
  func load(of advocate: Advocate, on date: CivilDate, _ isLeftOut: (Booking) -> Bool) -> AdvocateLoad {
    let monday = date.adding(days: 1 - date.weekday.isoNumber)
    let week = DateRange(first: monday, days: 7)
    var load = AdvocateLoad(advocate: advocate)
    for booking in bookings.of(advocate.id) where !isLeftOut(booking) {
      if booking.date == date { load.turns.append(booking.turn) }
      guard booking.isMeeting else { continue }
      if booking.date == date { load.ofDay += 1 }
      if week.contains(booking.date) { load.ofWeek += 1 }
    }
    return load
  }

  /// What forbids it because of what else the partner does in the period.
  func partnerTaken(
    _ profile: RequestProfile, _ partner: Partner.ID, _ date: CivilDate, _ isLeftOut: (Booking) -> Bool
  ) -> [RuleBreach] {
    var found: [RuleBreach] = []
    let period = index.period.days
    if let quota = index.partners[partner]?.quota, period.contains(date) {
      let count = bookings.of(partner).count { $0.isMeeting && period.contains($0.date) && !isLeftOut($0) }
      if count >= quota { found.append(RuleBreach(.quota, partner: partner, [.number(quota)])) }
    }
    let adversaries = index.wall.adversaries(of: profile.inmate.id)
    guard !adversaries.isEmpty, profile.flagged != partner else { return found }
    let isLifted = index.facts.conflictOverrides.contains {
      $0.isValid && $0.inmate == profile.inmate.id && $0.partner == partner
    }
    let serves = adversaries.contains { adversary in
      bookings.of(adversary).contains { $0.partner == partner && $0.isMeeting && !isLeftOut($0) }
    }
    if serves && !isLifted { found.append(RuleBreach(.adversePlanned, partner: partner)) }
    return found
  }
}
