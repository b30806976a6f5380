import BankumModel

extension FacilityMaker {
  /// Meetings of the last weeks: most were held, some were lost.
  ///
  /// They follow the rules: in the hours of an advocate who comes that day, in a confidential room, nobody twice at a
  /// time, nobody on his day in court, nobody across the wall.
  mutating func makeMeetings() {
    var dice = dice("meetings")
    var mint = IdentifierMint<Session>()
    let rooms = facility.rooms.indices.filter { facility.rooms[$0].isConfidential }
    let wanted = options.scaled(160)
    let days = workingDaysBefore(28)
    let open = Dictionary(facility.wishes.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    let candidates = dice.shuffled(Array(facility.people.indices))
    var next = 0
    for date in days where facility.meetings.count < wanted {
      var taken: Set<[Int]> = []
      for (index, advocate) in facility.counsel.enumerated() where advocate.licence.contains(date) {
        let hours = facility.availability.filter { $0.advocate == advocate.id && $0.weekday == date.weekday }
        guard let half = hours.first else { continue }
        for slot in 0..<min(3, half.hours.minutes / 60) where facility.meetings.count < wanted {
          let start = half.hours.start.minutes + slot * 60
          guard
            let room = rooms.first(where: { room in
              (0..<45).allSatisfy { !taken.contains([room, start + $0]) }
            }), let range = Self.range(start, 45), (try? calendar.isOpen(date, during: range)) == true
          else { continue }
          guard let person = nextPerson(candidates, &next, date, advocate: index) else { break }
          for minute in start..<start + 45 { taken.insert([room, minute]) }
          let wish = open[person].flatMap { $0.submittedOn < date && $0.service == .consultation ? $0 : nil }
          facility.meetings.append(
            PastMeeting(
              id: mint.next(&dice), person: person, advocate: index, room: room, date: date, hours: range,
              service: .consultation, outcome: outcome(isOpen: wish != nil, &dice), wish: wish?.id))
          ties[person, default: []].insert(partner(of: index))
        }
      }
    }
  }

  /// Somebody who can be met that day and has not been met in these weeks.
  private func nextPerson(_ candidates: [Int], _ next: inout Int, _ date: CivilDate, advocate: Int) -> Int? {
    while next < candidates.count {
      let person = candidates[next]
      next += 1
      let isAtCourt = facility.hearings.contains {
        $0.person == person && $0.date == date && $0.status != .cancelled
      }
      let accepted = facility.wishes.first { $0.person == person && $0.acceptedBy != nil }?.acceptedBy
      let partner = partner(of: advocate)
      let refused = facility.wishes.contains { $0.person == person && $0.refusedPartner == partner }
      if facility.people[person].enteredOn < date, !isAtCourt, !refused, accepted ?? partner == partner,
        maySee(person, partner: partner)
      {
        return person
      }
    }
    return nil
  }

  /// An open request was not served: its meetings are those that were lost.
  private func outcome(isOpen: Bool, _ dice: inout Dice) -> SessionState {
    isOpen
      ? dice.pick([(.noShowAdvocate, 4), (.notBrought, 5)])
      : dice.pick([(.held, 88), (.cutShort, 4), (.refusedByInmate, 4), (.noShowAdvocate, 2), (.notBrought, 2)])
  }

  private static func range(_ start: Int, _ minutes: Int) -> MinuteRange? {
    guard let first = MinuteOfDay(minutes: start), let last = MinuteOfDay(minutes: start + minutes) else { return nil }
    return MinuteRange(first, last)
  }
}
