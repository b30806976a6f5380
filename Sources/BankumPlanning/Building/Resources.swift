import BankumModel
import Matching

/// Who and what is there when: seats, places and the open slots, before the engine's requests are made.
///
/// `taken` are meetings that stay and could not be made frozen sessions of the problem; their time is taken out of
/// everything that they use, on the safe side.
struct Resources {
  let index: FactIndex
  let grid: TimeGrid
  /// Slots inside the opening hours of the days that are planned.
  private(set) var open: SlotSet
  private(set) var seats: [PlanningProblem.Seat] = []
  private(set) var seatHours: [SlotSet] = []
  private(set) var places: [PlanningProblem.Place] = []
  private(set) var placeHours: [SlotSet] = []
  /// Days on which an advocate serves by unconfirmed hours.
  private var staleDays: [BankumModel.Advocate.ID: Set<CivilDate>] = [:]

  init(_ index: FactIndex, grid: TimeGrid, taken: [Session]) {
    self.index = index
    self.grid = grid
    open = SlotSet(count: grid.slotCount)
    for date in index.period.days.days {
      for hours in (index.openingHours[date] ?? .closed).ranges { open.insert(grid.inside(date, hours)) }
    }
    for advocate in index.facts.advocates where index.partners[advocate.partner] != nil {
      addSeats(advocate, taken: taken)
    }
    for room in index.facts.rooms where room.kind == .consultation && room.isConfidential {
      addPlaces(room, taken: taken)
    }
  }

  /// The seat on which a meeting of the day sits.
  func seat(_ advocate: BankumModel.Advocate.ID, on date: CivilDate) -> Int? {
    let isStale = staleDays[advocate]?.contains(date) ?? false
    return seats.firstIndex { $0.advocate == advocate && $0.isStale == isStale }
      ?? seats.firstIndex { $0.advocate == advocate }
  }

  /// The place that has the slots of a meeting, or an ordinary one of the room if they are closed anyway; nil when
  /// they belong to several.
  func place(_ room: BankumModel.Room.ID, partner: BankumModel.Partner.ID, _ slots: SlotRange) -> Int? {
    let own = places.indices.filter { places[$0].room == room }
    let users = own.filter { place in (slots.start..<slots.end).contains { placeHours[place][$0] } }
    if users.isEmpty { return own.first { places[$0].reservedFor == nil } }
    guard users.count == 1, places[users[0]].reservedFor ?? partner == partner else { return nil }
    return users[0]
  }

  /// Makes the slots of a meeting that stays usable, whatever else holds: it takes them itself.
  mutating func widen(seat: Int, place: Int, _ slots: SlotRange) {
    open.insert(slots)
    seatHours[seat].insert(slots)
    placeHours[place].insert(slots)
  }

  private mutating func addSeats(_ advocate: BankumModel.Advocate, taken: [Session]) {
    var fresh = SlotSet(count: grid.slotCount)
    var stale = SlotSet(count: grid.slotCount)
    let buffer = index.numbers.bufferMinutes
    let events = index.facts.education.filter { $0.state.isPlanned && $0.advocates.contains(advocate.id) }
    let own = taken.filter { $0.advocate == advocate.id }
    let isLapsedThroughout = index.period.days.days.allSatisfy { isLapsed(advocate.partner, on: $0) }
    for date in index.period.days.days {
      let isAway =
        advocate.isAbsent(on: date) || !advocate.credentialStatus(on: date, warningDays: 0).isGood
        || (index.hearingsOfAdvocate[advocate.id] ?? []).contains { $0.blocks(date) }
        // Where credentials lapse inside the period nobody is planned after it; where they never hold, requests exclude
        // the partner one by one.
        || (!isLapsedThroughout && isLapsed(advocate.partner, on: date))
        // A meeting that could not be put into the problem may have filled the day.
        || own.contains { $0.date == date }
      if isAway { continue }
      let hours = index.hours(of: advocate.id, on: date)
      let isStale = hours.fresh.ranges.isEmpty
      if isStale && !hours.stale.ranges.isEmpty { staleDays[advocate.id, default: []].insert(date) }
      let usable = withWayBack(isStale ? hours.stale : hours.fresh)
        .intersection(index.openingHours[date] ?? .closed)
        .subtracting(events.filter { $0.date == date }.map { Booking.turn($0.hours, buffer: buffer) })
      for range in usable.ranges {
        if isStale { stale.insert(grid.inside(date, range)) } else { fresh.insert(grid.inside(date, range)) }
      }
    }
    seats.append(PlanningProblem.Seat(advocate: advocate.id, isStale: false))
    seatHours.append(fresh)
    if !stale.isEmpty {
      seats.append(PlanningProblem.Seat(advocate: advocate.id, isStale: true))
      seatHours.append(stale)
    }
  }

  /// The hours with the minutes after each stretch in which the inmate is searched and led back: counsel has gone by then.
  /// A stretch that another follows at once stays as it is, so that no meeting lies across the gap.
  private func withWayBack(_ hours: OpeningHours) -> OpeningHours {
    let buffer = index.numbers.bufferMinutes
    return OpeningHours(
      hours.ranges.enumerated().map { position, range in
        let end = range.end.adding(minutes: buffer) ?? .endOfDay
        let next = position + 1 < hours.ranges.count ? hours.ranges[position + 1].start : nil
        return next.map { $0 <= end } ?? false ? range : MinuteRange(range.start, end) ?? range
      })
  }

  private func isLapsed(_ partner: BankumModel.Partner.ID, on date: CivilDate) -> Bool {
    !(index.partners[partner]?.credentialStatus(on: date, warningDays: 0).isGood ?? false)
  }

  private mutating func addPlaces(_ room: BankumModel.Room, taken: [Session]) {
    let buffer = index.numbers.bufferMinutes
    let owners = index.facts.partners.map(\.id).filter { partner in
      room.reservations.contains { $0.partner == partner }
    }
    var free = SlotSet(count: grid.slotCount)
    var reserved = Array(repeating: SlotSet(count: grid.slotCount), count: owners.count)
    for date in index.period.days.days {
      var closed = room.closedHours(on: date)
      for event in index.facts.education where event.state.isPlanned && event.room == room.id && event.date == date {
        closed.append(Booking.turn(event.hours, buffer: buffer))
      }
      for session in taken where session.room == room.id && session.date == date {
        closed.append(Booking.turn(session.hours, buffer: buffer))
      }
      for slot in grid.slots(of: date).start..<grid.slots(of: date).end {
        let start = grid.minute(of: slot)
        guard let end = start.adding(minutes: grid.slotMinutes), let hours = MinuteRange(start, end),
          !closed.contains(where: { $0.overlaps(hours) })
        else { continue }
        let now = room.reservations.filter { $0.covers(date) && $0.hours.overlaps(hours) }
        let range = SlotRange(slot, slot + 1)
        if now.isEmpty {
          free.insert(range)
        } else if let owner = owners.firstIndex(where: { owner in now.allSatisfy { $0.partner == owner } }) {
          reserved[owner].insert(range)
        }
      }
    }
    places.append(PlanningProblem.Place(room: room.id, reservedFor: nil))
    placeHours.append(free)
    for (owner, hours) in zip(owners, reserved) where !hours.isEmpty {
      places.append(PlanningProblem.Place(room: room.id, reservedFor: owner))
      placeHours.append(hours)
    }
  }
}
