import BankumModel

/// The rules about the request, the inmate and the time, whoever the advocate is.
extension RuleCheck {
  /// What forbids a meeting on any day.
  func request(_ profile: RequestProfile) -> [RuleBreach] {
    var found: [RuleBreach] = []
    if !profile.inmate.presence.isPlannable {
      found.append(RuleBreach(.inmateGone, [.code(profile.inmate.presence.code)]))
    }
    if profile.earliest == nil { found.append(RuleBreach(.permitRefused)) }
    return found
  }

  /// What forbids a meeting on the whole day.
  func day(_ profile: RequestProfile, _ date: CivilDate) -> [RuleBreach] {
    var found: [RuleBreach] = []
    let inmate = profile.inmate.id
    for absence in index.absences[inmate] ?? [] where absence.days.contains(date) {
      found.append(
        RuleBreach(.inmateAbsent, [.code(absence.reason.code)] + (absence.days.last.map { [.date($0)] } ?? [])))
    }
    if (index.hearings[inmate] ?? []).contains(where: { $0.blocks(date) }) {
      found.append(RuleBreach(.hearingDay, [.date(date)]))
    }
    if let earliest = profile.earliest, date < earliest { found.append(RuleBreach(.permitLead, [.date(earliest)])) }
    if let due = profile.due, date > due { found.append(RuleBreach(.due, [.date(due)])) }
    if openingHours(on: date).ranges.isEmpty { found.append(RuleBreach(.houseClosed, [.date(date)])) }
    return found
  }

  /// What forbids these hours of the day, to a meeting that stands or to one that is to come about.
  func time(
    _ profile: RequestProfile, _ date: CivilDate, _ hours: MinuteRange, _ notice: LeastNotice? = nil
  ) -> [RuleBreach] {
    var found: [RuleBreach] = []
    let start = CivilTime(date, hours.start)
    if start < index.facts.now {
      found.append(RuleBreach(.past))
    } else if let end = notice.flatMap({ index.noticeEnds[$0] }), start < end {
      found.append(RuleBreach(.leastNotice, [.date(end.date)]))
    }
    let open = openingHours(on: date)
    let turn = self.turn(hours)
    if !open.ranges.isEmpty, !open.contains(turn) {
      found.append(RuleBreach(open.contains(hours) ? .buffer : .openingHours, open.ranges.map { .hours($0) }))
    }
    let lost = index.classMinutes(profile.inmate, .certified, on: date, during: turn)
    if lost > 0 {
      // What was before today is in the minutes that he has missed.
      let planned = bookings.of(profile.inmate.id)
        .filter { $0.request != profile.request.id && $0.date >= index.facts.today }
        .reduce(0) { $0 + index.classMinutes(profile.inmate, .certified, on: $1.date, during: $1.turn) }
      if lost + planned > profile.classAllowance {
        found.append(RuleBreach(.classHours, [.number(lost), .number(max(0, profile.classAllowance - planned))]))
      }
    }
    return found
  }

  /// What forbids it because the inmate, his block or his adversaries in the house are taken.
  func inmateTaken(
    _ profile: RequestProfile, _ date: CivilDate, _ turn: MinuteRange, _ isLeftOut: (Booking) -> Bool
  ) -> [RuleBreach] {
    var found: [RuleBreach] = []
    let own = bookings.of(profile.inmate.id).filter { $0.date == date && !isLeftOut($0) }
    for booking in own where booking.turn.overlaps(turn) {
      found.append(RuleBreach(.inmateBusy, [.hours(booking.turn)]))
    }
    let limit = index.numbers.sessionsPerInmateAndDay
    if own.count(where: \.isMeeting) >= limit { found.append(RuleBreach(.inmateDailyLimit, [.number(limit)])) }
    for order in index.keptApart[profile.inmate.id] ?? [] where order.days.contains(date) {
      guard let other = order.pair.partner(of: profile.inmate.id) else { continue }
      let meets = bookings.of(other).contains { $0.date == date && $0.turn.overlaps(turn) && !isLeftOut($0) }
      if meets {
        found.append(RuleBreach(.keptApart))
        break
      }
    }
    if let block = profile.inmate.block.flatMap({ index.blocks[$0] }) {
      let others = bookings.turns(of: block.id, on: date, except: isLeftOut).filter { $0.overlaps(turn) }
      // The crowd is largest when somebody of it has just gone out, or the turn begins.
      let crowd = ([turn.start] + others.map(\.start).filter { turn.contains($0) }).map { minute in
        others.count { $0.contains(minute) }
      }
      if (crowd.max() ?? 0) + 1 > block.escortCapacity {
        found.append(RuleBreach(.escort, [.number(block.escortCapacity)]))
      }
    }
    return found
  }

  /// The opening hours of a day; none outside the days that are looked at.
  func openingHours(on date: CivilDate) -> OpeningHours {
    if let hours = index.openingHours[date] { return hours }
    return (try? index.facts.calendar.openingHours(on: date)) ?? .closed
  }

  /// The meeting with its buffer; longer than the day when the buffer does not fit before midnight is cut there.
  func turn(_ hours: MinuteRange) -> MinuteRange { Booking.turn(hours, buffer: index.numbers.bufferMinutes) }
}
