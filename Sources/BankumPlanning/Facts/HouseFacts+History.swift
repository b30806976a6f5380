package import BankumModel

/// What meetings that are over mean for a run: computed here, by the rules, from whatever the register holds of them.
extension HouseFacts {
  /// Counts the minutes of certified class that meetings and events took from each trainee, turn and all; what was
  /// not held took none. Call it once people, training and rules are filled in. Throws `ruleMissing`.
  package mutating func countMissedClass(_ meetings: [Session], _ events: [EducationEvent]) throws(ModelError) {
    let buffer = try rules.integer(.bufferMinutes, on: today)
    let certified = Dictionary(
      training.filter { $0.kind == .certified }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let trainees = Dictionary(
      inmates.filter { !$0.training.isEmpty }.map { ($0.id, $0.training.compactMap { certified[$0] }) },
      uniquingKeysWith: { first, _ in first })
    func count(_ inmate: Inmate.ID, _ date: CivilDate, _ hours: MinuteRange) {
      let classes = OpeningHours((trainees[inmate] ?? []).flatMap { $0.classHours(on: date) })
      let turn = Booking.turn(hours, buffer: buffer)
      let missed = classes.intersection(OpeningHours([turn])).minutes
      if missed > 0 { missedClassMinutes[inmate, default: 0] += missed }
    }
    for meeting in meetings where meeting.state.isMeeting { count(meeting.inmate, meeting.date, meeting.hours) }
    for event in events { for inmate in event.attended { count(inmate, event.date, event.hours) } }
  }

  /// Counts each partner's meetings and no-shows among the meetings of the window of fairness.
  package mutating func countFairness(_ meetings: [Session]) {
    for meeting in meetings {
      if meeting.state.isMeeting { meetingsInWindow[meeting.partner, default: 0] += 1 }
      if meeting.state == .noShowAdvocate { advocateNoShows[meeting.partner, default: 0] += 1 }
    }
  }
}
