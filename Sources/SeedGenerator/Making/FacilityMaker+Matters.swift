import BankumModel

extension FacilityMaker {
  /// Days in court of the next weeks and of the last ones; Tuesday and Wednesday are the busiest.
  mutating func makeHearings() {
    var dice = dice("hearings")
    var mint = IdentifierMint<Hearing>()
    let days = (-14...25).map { today.adding(days: $0) }.filter(isWorkingDay)
    let weighted = days.map { day in (day, [2, 6, 6, 3, 2][max(0, min(4, day.weekday.isoNumber - 1))]) }
    for (index, matter) in facility.matters.enumerated() {
      let accused = matter.parties.filter { $0.role.isAccused }.map(\.person)
      guard let first = accused.first, facility.people[first].number.book.stage == .trial, matter.verdict == nil,
        dice.perMille(420)
      else { continue }
      let isOnline = dice.perMille(250)
      let date = dice.pick(weighted)
      for person in accused where facility.people[person].enteredOn <= date {
        // Some of the accused have a day of their own: the files were split.
        let own = dice.perMille(120) ? dice.pick(weighted) : date
        guard facility.people[person].enteredOn <= own else { continue }
        facility.hearings.append(
          CourtDay(
            id: mint.next(&dice), person: person, matter: index, date: own, isOnline: isOnline,
            status: dice.pick([(.confirmed, 92), (.reported, 5), (.cancelled, 3)])))
      }
    }
  }

  /// Pairs that the security unit keeps apart: after fights and threats, and across a case.
  mutating func makeKeepApart() {
    var dice = dice("keep apart")
    var mint = IdentifierMint<KeepApart>()
    var pairs: Set<[Int]> = []
    let adverse = facility.matters.filter { $0.parties.count > 1 && $0.joint.isEmpty }
    let wanted = max(2, options.scaled(40))
    while facility.keepApart.count < wanted {
      let isCase = !adverse.isEmpty && dice.perMille(400)
      let (one, other): (Int, Int)
      if isCase {
        let parties = dice.pick(adverse).parties
        (one, other) = (parties[0].person, parties[parties.count - 1].person)
      } else {
        (one, other) = (dice.below(facility.people.count), dice.below(facility.people.count))
      }
      guard one != other, pairs.insert([min(one, other), max(one, other)]).inserted else { continue }
      let since = max(facility.people[one].enteredOn, facility.people[other].enteredOn)
      facility.keepApart.append(
        ApartOrder(
          id: mint.next(&dice), one: one, other: other, from: max(since, today.adding(days: -dice.from(5...200))),
          reason: isCase ? .oppositeSides : dice.pick([(.fight, 6), (.threat, 3), (.security, 2)])))
    }
  }

  /// Powers of attorney, in force and ended, never across the conflict wall.
  mutating func makeMandates() {
    var dice = dice("mandates")
    var mint = IdentifierMint<Mandate>()
    let advocates = facility.counsel.indices.filter { facility.counsel[$0].kind == .advocate }
    let wanted = options.scaled(130)
    let signed = CivilDate(year: 2025, month: 11, day: 11) ?? today
    let detained = dice.shuffled(Array(facility.people.indices)).filter { index in
      let person = facility.people[index]
      return person.number.book.isDetainee && !person.matters.isEmpty && person.enteredOn < today.adding(days: -5)
    }
    for person in detained where facility.mandates.count < wanted {
      let advocate = dice.pick(advocates)
      let partner = partner(of: advocate)
      guard maySee(person, partner: partner) else { continue }
      let first = max(signed, facility.people[person].enteredOn, facility.counsel[advocate].licence.first)
      let days = first.days(until: today)
      guard days > 4 else { continue }
      var from = first.adding(days: dice.from(1...min(days - 1, 90)))
      while !isWorkingDay(from), from < today { from = from.adding(days: 1) }
      guard from < today.adding(days: -1) else { continue }
      let hasEnded = dice.perMille(130)
      let last = hasEnded ? from.adding(days: dice.from(1...max(1, from.days(until: today) - 1))) : nil
      ties[person, default: []].insert(partner)
      facility.mandates.append(
        PowerOfAttorney(
          id: mint.next(&dice), person: person, advocate: advocate, matter: facility.people[person].matters[0],
          letter: "\(String(300 + facility.mandates.count))/SK/REKAAN/\(from.year)",
          days: OpenDateRange(from, last), end: hasEnded ? dice.pick([.finished, .revoked, .withdrawn]) : nil))
    }
  }
}
