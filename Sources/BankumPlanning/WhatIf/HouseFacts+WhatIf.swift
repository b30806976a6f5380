import BankumModel

extension HouseFacts {
  /// The facts with the changes made, one after the other.
  ///
  /// Throws `whatIf` for the first change that names something the facts do not hold; nothing of it is kept then.
  package func applying(_ changes: [WhatIf]) throws(PlanningError) -> HouseFacts {
    var facts = self
    for change in changes {
      guard try facts.apply(change) else {
        throw PlanningError(.whatIf, place: "whatIf", value: change.text, expected: "ids that are known")
      }
    }
    return facts
  }

  /// Makes one change; false if it names something unknown.
  private mutating func apply(_ change: WhatIf) throws(PlanningError) -> Bool {
    switch change {
    case .absent(let id, let days): return Self.edit(&advocates, id) { $0.absences.append(days) }
    case .come(let id, let date, let hours): return come(id, date, hours)
    case .cap(let id, let daily, let weekly):
      return Self.edit(&advocates, id) { ($0.dailyCap, $0.weeklyCap) = (daily, weekly) }
    case .openRoom(let id, let date, let hours):
      return Self.edit(&rooms, id) { room in
        room.closures = room.closures.flatMap { Self.cut($0, date, hours) }
        room.reservations = room.reservations.flatMap { Self.cut($0, date, hours) }
      }
    case .closeRoom(let id, let days, let hours):
      return Self.edit(&rooms, id) {
        let days = OpenDateRange(days.first, days.last)
        $0.closures.append(RoomClosure(days: days, hours: hours, reason: change.text))
      }
    case .addRoom(let date, let hours): return addRoom(date, hours)
    case .openHouse(let date, let hours): return try openHouse(date, hours, reason: change.text)
    case .closeHouse(let days):
      calendar = calendar.deciding(
        CalendarDecision(days: days, scope: .house, effect: .close(hours: nil), reason: change.text))
      return true
    case .escort(let id, let number): return Self.edit(&blocks, id) { $0.escortCapacity = number }
    case .quota(let id, let number): return Self.edit(&partners, id) { $0.quota = number }
    case .waive(let id, let waiver): return waive(id, waiver)
    case .permit(let id, let date):
      let day = today
      return Self.edit(&requests, id) { $0.permit = VisitPermit(state: .granted, requestedOn: day, firstDay: date) }
    case .mandate(let id, let advocate): return mandate(id, advocate, letter: change.text)
    case .reserve(let id, let advocate, let date, let start):
      guard requests.contains(where: { $0.id == id }), advocates.contains(where: { $0.id == advocate }) else {
        return false
      }
      reserved[id] = ReservedPlace(advocate: advocate, date: date, start: start)
      return true
    case .leave(let id): return Self.edit(&inmates, id) { $0.presence = .released }
    }
  }

  private static func edit<Value: Entity>(_ values: inout [Value], _ id: Value.ID, _ body: (inout Value) -> Void)
    -> Bool
  {
    guard let position = values.firstIndex(where: { $0.id == id }) else { return false }
    body(&values[position])
    return true
  }

  private mutating func come(_ id: Advocate.ID, _ date: CivilDate, _ hours: MinuteRange) -> Bool {
    let isKnown = Self.edit(&advocates, id) { advocate in
      advocate.absences = advocate.absences.flatMap { days in
        let before = DateRange(days.first, min(days.last, date.adding(days: -1)))
        let after = DateRange(max(days.first, date.adding(days: 1)), days.last)
        return days.contains(date) ? [before, after].compactMap(\.self) : [days]
      }
    }
    guard isKnown else { return false }
    // The id is free for sure only among those of the facts, and these facts are never stored.
    let bits = (availability.map(\.id.bits).max() ?? 0) &+ 1
    availability.append(
      Availability(
        id: Availability.ID(bits: bits), advocate: id, weekday: nil, days: OpenDateRange(date, date), hours: hours,
        confirmedOn: today))
    return true
  }

  private mutating func addRoom(_ date: CivilDate, _ hours: MinuteRange) -> Bool {
    let bits = (rooms.map(\.id.bits).max() ?? 0) &+ 1
    var closures = MinuteRange.wholeDay.subtracting(hours).map {
      RoomClosure(days: OpenDateRange(date, date), hours: $0, reason: "one more room")
    }
    closures.append(RoomClosure(days: OpenDateRange(.earliest, date.adding(days: -1)), reason: "one more room"))
    closures.append(RoomClosure(days: OpenDateRange(date.adding(days: 1)), reason: "one more room"))
    rooms.append(
      Room(id: Room.ID(bits: bits), name: "+", isConfidential: true, isAccessible: true, closures: closures))
    return true
  }

  private mutating func openHouse(
    _ date: CivilDate, _ hours: MinuteRange, reason: String
  ) throws(PlanningError) -> Bool {
    let calendar = self.calendar
    let open = try PlanningError.facts { () throws(ModelError) in try calendar.openingHours(on: date) }
    let effect = CalendarDecision.Effect.open(hours: OpeningHours(open.ranges + [hours]))
    self.calendar = calendar.deciding(
      CalendarDecision(days: DateRange(date), scope: .house, effect: effect, reason: reason))
    return true
  }

  private mutating func waive(_ id: Request.ID, _ waiver: Waiver) -> Bool {
    waivers[id, default: []].insert(waiver)
    return Self.edit(&requests, id) { request in
      switch waiver {
      case .skill: request.skill = nil
      case .sex: request.advocateSex = nil
      case .wish: request.wishPartner = nil
      case .language, .due, .classHours: break
      }
    }
  }

  private mutating func mandate(_ id: Request.ID, _ advocate: Advocate.ID, letter: String) -> Bool {
    guard let request = requests.first(where: { $0.id == id }),
      let partner = advocates.first(where: { $0.id == advocate })?.partner
    else { return false }
    let bits = (mandates.map(\.id.bits).max() ?? 0) &+ 1
    mandates.append(
      Mandate(
        id: Mandate.ID(bits: bits), inmate: request.inmate, partner: partner, advocate: advocate,
        caseFile: request.caseFile, letter: letter, days: OpenDateRange(today)))
    return true
  }

  /// A closure without these hours of one day: what is left of it.
  private static func cut(_ closure: RoomClosure, _ date: CivilDate, _ hours: MinuteRange) -> [RoomClosure] {
    split(closure.days, closure.hours, date, hours).map {
      RoomClosure(days: $0.days, hours: $0.hours, reason: closure.reason)
    }
  }

  /// A reservation without these hours of one day.
  private static func cut(_ reservation: RoomReservation, _ date: CivilDate, _ hours: MinuteRange) -> [RoomReservation]
  {
    split(reservation.days, reservation.hours, date, hours).map {
      RoomReservation(partner: reservation.partner, weekday: reservation.weekday, days: $0.days, hours: $0.hours)
    }
  }

  private static func split(
    _ days: OpenDateRange, _ hours: MinuteRange, _ date: CivilDate, _ opened: MinuteRange
  ) -> [(days: OpenDateRange, hours: MinuteRange)] {
    guard days.contains(date), hours.overlaps(opened) else { return [(days, hours)] }
    let before = OpenDateRange(days.first, date.adding(days: -1))
    let after = OpenDateRange(date.adding(days: 1), days.last)
    return [before, after].filter(\.isOrdered).map { ($0, hours) }
      + hours.subtracting(opened).map { (OpenDateRange(date, date), $0) }
  }
}
