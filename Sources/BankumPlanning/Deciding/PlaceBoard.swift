import BankumModel

/// What is looked at for one request on each day of the period, whoever the advocate is: computed once and kept.
struct PlaceBoard {
  /// A minute at which a meeting could begin.
  struct Start {
    let hours: MinuteRange
    let turn: MinuteRange
    /// What lifts all that stands against it on the inmate's and the house's side; nil if nothing does.
    let remedies: Remedies?
  }

  /// The room of a place.
  struct Choice {
    let room: Room.ID
    /// Nobody has it, though it may be closed or kept for others.
    let isIdle: Bool
    /// It can be used as it is.
    let isFree: Bool

    /// What it takes to have it.
    var price: Int { isFree ? 0 : isIdle ? 1_400 : 1_500 }

    /// A room that nobody has is opened; where all are taken it takes one more.
    func changes(_ date: CivilDate, _ turn: MinuteRange) -> [WhatIf] {
      isFree ? [] : [isIdle ? .openRoom(room, date, turn) : .addRoom(date, turn)]
    }
  }

  private struct PartnerDay: Hashable {
    let partner: Partner.ID
    let offset: Int
  }

  private let check: RuleCheck
  /// The request.
  let profile: RequestProfile
  /// The days of the period.
  let dates: [CivilDate]
  private let fit: [Room]
  private let extra: Room.ID
  private let days: [Remedies?]
  private var startsOfDay: [Int: [Start]] = [:]
  private var partners: [PartnerDay: Remedies?] = [:]

  init(_ check: RuleCheck, _ profile: RequestProfile) {
    let index = check.index
    self.check = check
    self.profile = profile
    dates = Array(index.period.days.days)
    fit = index.facts.rooms.filter { check.room(profile, $0).isEmpty }
    extra = Room.ID(bits: (index.facts.rooms.map(\.id.bits).max() ?? 0) &+ 1)
    days = dates.map { Remedies(check.day(profile, $0)) }
  }

  /// What lifts all that stands against a day; nil if nothing does.
  func daily(_ offset: Int) -> Remedies? { days[offset] }

  /// The minutes of a day at which a meeting could begin, in order.
  mutating func starts(_ offset: Int) -> [Start] {
    if let known = startsOfDay[offset] { return known }
    let date = dates[offset]
    let starts = stride(from: 8 * 60, to: 17 * 60, by: check.index.numbers.slotMinutes).compactMap { minute -> Start? in
      guard let start = MinuteOfDay(minutes: minute), let end = start.adding(minutes: profile.minutes),
        let hours = MinuteRange(start, end)
      else { return nil }
      let turn = check.turn(hours)
      let breaches = check.time(profile, date, hours, .new) + check.inmateTaken(profile, date, turn) { _ in false }
      return Start(hours: hours, turn: turn, remedies: Remedies(breaches))
    }
    startsOfDay[offset] = starts
    return starts
  }

  /// What lifts all that stands against a partner on a day because of what else it does; nil if nothing does.
  mutating func partner(_ partner: Partner.ID, _ offset: Int) -> Remedies? {
    let key = PartnerDay(partner: partner, offset: offset)
    if let known = partners[key] { return known }
    let remedies = Remedies(check.partnerTaken(profile, partner, dates[offset]) { _ in false })
    partners[key] = .some(remedies)
    return remedies
  }

  /// The room of a place: one that can be used, else one that nobody has, else one that is to be added.
  func room(_ partner: Partner.ID, _ date: CivilDate, _ place: Start) -> Choice {
    var idle: Room.ID?
    for room in fit where check.roomTaken(room, date, place.turn, { _ in false }).isEmpty {
      if check.roomAtTime(room, partner, date, place.hours).isEmpty {
        return Choice(room: room.id, isIdle: true, isFree: true)
      }
      idle = idle ?? room.id
    }
    return Choice(room: idle ?? extra, isIdle: idle != nil, isFree: false)
  }
}
