import BankumModel

extension FacilityMaker {
  /// The four partners, their people, and when they can come.
  mutating func makeStaff() {
    var dice = dice("staff")
    var names = NameMaker(self.dice("staff names"))
    makePartners(&dice, &names)
    makeCounsel(&dice, &names)
    makeAvailability()
  }

  private mutating func makePartners(_ dice: inout Dice, _ names: inout NameMaker) {
    var mint = IdentifierMint<Partner>()
    let signed = CivilDate(year: 2025, month: 11, day: 11) ?? today
    let accredited = OpenDateRange(
      CivilDate(year: 2025, month: 1, day: 1) ?? today, CivilDate(year: 2027, month: 12, day: 31))
    let classes: [(AccreditationClass, share: Int, capacity: Int)] = [
      (.a, 350, 260), (.b, 300, 200), (.b, 200, 150), (.c, 150, 90),
    ]
    for (name, terms) in zip(names.partners(classes.count), classes) {
      facility.partners.append(
        Partner(
          id: mint.next(&dice), name: name.name, shortName: name.short,
          agreement: OpenDateRange(signed, signed.adding(days: 3 * 365)), accreditationClass: terms.0,
          accreditation: accredited, capacity: max(10, options.scaled(terms.capacity)),
          sharePerMille: terms.share, quota: terms.0 == .c ? max(5, options.scaled(60)) : nil))
    }
  }

  private mutating func makeCounsel(_ dice: inout Dice, _ names: inout NameMaker) {
    var mint = IdentifierMint<Advocate>()
    let count = max(facility.partners.count * 2, options.scaled(20))
    let skills: [Skill] = [
      .narcotics, .property, .violence, .sexualOffence, .corruption, .appeal, .trafficking, .civil,
    ]
    for index in 0..<count {
      // The larger partner has more people; everybody has at least one advocate and one paralegal.
      let partner = index < 8 ? index % 4 : dice.pick([(0, 35), (1, 30), (2, 20), (3, 15)])
      let kind: AdvocateKind =
        index < 4 ? .advocate : index < 8 ? .paralegal : dice.perMille(850) ? .advocate : .paralegal
      let isWoman = dice.perMille(400)
      var known: Set<Skill> = [index % 3 == 0 ? .narcotics : dice.pick(skills)]
      if dice.perMille(700) { known.insert(dice.pick(skills)) }
      var languages: Set<LanguageCode> = [.indonesian]
      for language in ["bbc", "jv", "min", "ms", "en", "btx", "nan"] where dice.perMille(180) {
        if let code = try? LanguageCode(parsing: language) { languages.insert(code) }
      }
      let from = CivilDate(year: 2025, month: 1, day: 1)?.adding(days: dice.below(500)) ?? today
      // One licence ends within the sixty days of warning.
      let to = index == count - 1 ? today.adding(days: 40) : CivilDate(year: 2027, month: 12, day: 31)
      facility.counsel.append(
        Advocate(
          id: mint.next(&dice), partner: facility.partners[partner].id, name: names.counsel(isWoman: isWoman),
          kind: kind, sex: isWoman ? .female : .male, skills: kind == .paralegal ? known.subtracting([.appeal]) : known,
          languages: languages, licenceNumber: "REKAAN-\(1000 + index)", licence: OpenDateRange(from, to),
          employment: OpenDateRange(from), dailyCap: dice.from(5...7), weeklyCap: dice.from(10...16)))
    }
  }

  /// A few half-days a week each, from the Monday on; some only for some weeks, some on single days; the hours of one
  /// were confirmed long ago.
  private mutating func makeAvailability() {
    var dice = dice("availability")
    var mint = IdentifierMint<Availability>()
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    for (index, advocate) in facility.counsel.enumerated() {
      let confirmed = today.adding(days: index == 5 ? -48 : -dice.from(3...16))
      // Each on days of his own, so that the week is not full on one day and empty on another.
      let days = [weekdays[index % 5]] + dice.shuffled(weekdays.filter { $0 != weekdays[index % 5] })
      for weekday in days.prefix(dice.pick([(2, 4), (3, 4), (4, 2)])) {
        let isMorning = dice.perMille(600)
        let text =
          switch (isMorning, weekday) {
          case (true, .friday): dice.pick(["08:00-11:30", "08:30-11:30"])
          case (false, .friday): "14:00-15:30"
          case (true, _): dice.pick(["08:00-12:00", "08:30-12:00", "09:00-12:00", "08:30-11:30"])
          case (false, _): dice.pick(["13:00-15:30", "13:00-15:00", "13:30-15:30"])
          }
        let weeks = dice.perMille(150) ? dice.from(2...5) : 10
        guard let hours = try? MinuteRange(parsing: text) else { continue }
        facility.availability.append(
          Availability(
            id: mint.next(&dice), advocate: advocate.id, weekday: weekday,
            days: OpenDateRange(today, today.adding(days: weeks * 7 - 3)), hours: hours, confirmedOn: confirmed))
      }
      let extra = today.adding(days: dice.from(1...20))
      if dice.perMille(350), isWorkingDay(extra), let hours = try? MinuteRange(parsing: "08:30-11:00") {
        facility.availability.append(
          Availability(
            id: mint.next(&dice), advocate: advocate.id, weekday: nil, days: OpenDateRange(extra, extra), hours: hours,
            confirmedOn: confirmed))
      }
    }
  }
}
