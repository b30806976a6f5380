import BankumModel
import BankumOffice
import BankumWords

extension RequestExplanation {
  /// The answer in one sentence.
  var sentence: Message {
    if audience == .guardian { return meeting.map(\.guardSentence) ?? .explainNothingGuard }
    guard request.state.isOpen else {
      return audience == .inmate
        ? .explainEndedInmate : .explainEnded(state: Message.named("requestState.\(request.state.code)") ?? .kindThing)
    }
    if let meeting { return audience == .inmate ? meeting.inmateSentence : meeting.sentence }
    if audience == .inmate {
      return expected.map { .explainWaitsInmateExpected(first: CivilDay($0.first), last: CivilDay($0.last)) }
        ?? .explainWaitsInmate
    }
    guard let priority else { return .explainRuleGroupEducation }
    guard let place else { return .explainWaitsTier(tier: priority.tier, points: priority.points) }
    return .explainWaitsPlace(place: place, tier: priority.tier, points: priority.points)
  }
}

extension RequestExplanation.Meeting {
  fileprivate var hours: String { "\(session.hours.start.text)-\(session.hours.end.text)" }

  fileprivate var sentence: Message {
    let day = CivilDay(session.date)
    let (advocate, partner, room) = (advocate?.name ?? "", partner?.shortName ?? "", room?.name ?? "")
    return session.state == .draft
      ? .explainMeetingDraft(advocate: advocate, partner: partner, day: day, hours: hours, room: room)
      : .explainMeetingRegistrar(advocate: advocate, partner: partner, day: day, hours: hours, room: room)
  }

  fileprivate var inmateSentence: Message {
    .explainMeetingInmate(
      advocate: advocate?.name ?? "", partner: partner?.shortName ?? "", day: CivilDay(session.date), hours: hours)
  }

  fileprivate var guardSentence: Message {
    .explainMeetingGuard(
      day: CivilDay(session.date), call: session.callAt.text, hours: hours, room: room?.name ?? "")
  }
}

extension RequestExplanation.Reason {
  /// The name of whom or what it concerns.
  var subject: String? {
    if let advocate { return partner.map { "\(advocate.name) (\($0.shortName))" } ?? advocate.name }
    return partner?.shortName ?? room?.name
  }
}
