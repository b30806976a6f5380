import BankumExchange
import BankumModel
import BankumStore

extension ImportWorkspace {
  mutating func join(_ rows: [HolidayDraft]) {
    calendar.years.formUnion(HolidayDraft.yearsListed(rows))
    for row in rows {
      switch row.content {
      case .holiday(let holiday): calendar.put(holiday)
      case .weekly(let weekday, let hours): calendar.put(weekday, hours)
      case .decision(let decision): calendar.put(decision)
      }
    }
  }

  mutating func join(_ rows: [PartnerDraft]) {
    for row in rows {
      let id = row.id ?? known(row.shortName, partnerNames) ?? newID()
      let partner = Partner(
        id: id, name: row.name, shortName: row.shortName, agreement: row.agreement,
        accreditationClass: row.accreditationClass, accreditation: row.accreditation, capacity: row.capacity,
        sharePerMille: row.sharePerMille, quota: row.quota)
      note(partner, row.places)
      partners.put(partner)
      partnerNames.add(id, row.name, row.shortName)
    }
  }

  mutating func join(_ rows: [AdvocateDraft]) {
    for row in rows {
      guard let partner = find(row.partner, partnerNames) else { continue }
      let id = row.id ?? known(row.name, advocateNames) ?? newID()
      var advocate = Advocate(
        id: id, partner: partner, name: row.name, kind: row.kind, sex: row.sex, skills: row.skills,
        languages: row.languages, licenceNumber: row.licenceNumber, licence: row.licence,
        employment: row.employment)
      let before = advocates[id]
      if let cap = row.dailyCap ?? before?.dailyCap { advocate.dailyCap = cap }
      if let cap = row.weeklyCap ?? before?.weeklyCap { advocate.weeklyCap = cap }
      advocate.absences = before?.absences ?? []
      note(advocate, row.places)
      advocates.put(advocate)
      advocateNames.add(id, row.name)
    }
  }

  mutating func join(_ rows: [AvailabilityDraft]) {
    struct Key: Hashable {
      let advocate: Advocate.ID
      let weekday: Weekday?
      let first: CivilDate
      let start: MinuteOfDay
    }
    var byHours: [Key: Availability.ID] = [:]
    for one in availability.known.values {
      byHours[
        Key(advocate: one.advocate, weekday: one.weekday, first: one.days.first, start: one.hours.start)] = one.id
    }
    for row in rows {
      guard let advocate = find(row.advocate, advocateNames) else { continue }
      let key = Key(advocate: advocate, weekday: row.weekday, first: row.days.first, start: row.hours.start)
      let id = row.id ?? byHours[key] ?? newID()
      // A file that does not say who confirmed the hours does not make old ones fresh.
      let value = Availability(
        id: id, advocate: advocate, weekday: row.weekday, days: row.days, hours: row.hours,
        confirmedOn: row.confirmedOn ?? availability[id]?.confirmedOn ?? today)
      note(value, row.places)
      availability.put(value)
    }
  }

  mutating func join(_ rows: [RoomDraft]) {
    for row in rows {
      let id = row.id ?? known(row.name, roomNames) ?? newID()
      let before = rooms[id]
      let room = Room(
        id: id, name: row.name, kind: row.roomKind, isConfidential: row.isConfidential,
        isAccessible: row.isAccessible, places: row.capacity, reservations: before?.reservations ?? [],
        closures: before?.closures ?? [])
      note(room, row.places)
      rooms.put(room)
      roomNames.add(id, row.name)
    }
  }

  mutating func join(_ rows: [BlockDraft]) {
    for row in rows {
      let id = row.id ?? known(row.name, blockNames) ?? newID()
      let block = Block(
        id: id, name: row.name, kind: row.blockKind, escortCapacity: row.escortCapacity,
        fetchMinutes: row.fetchMinutes)
      note(block, row.places)
      blocks.put(block)
      blockNames.add(id, row.name)
    }
  }

  mutating func join(_ rows: [TimetableDraft]) {
    // The rows of one programme are its hours.
    var order: [TrainingProgramme.ID] = []
    var found: [TrainingProgramme.ID: (TrainingProgramme, RowPlaces)] = [:]
    for row in rows {
      let id = row.id ?? known(row.name, programmeNames) ?? newID()
      programmeNames.add(id, row.name)
      if found[id] == nil {
        order.append(id)
        found[id] = (TrainingProgramme(id: id, name: row.name, kind: row.trainingKind, timetable: []), row.places)
      }
      found[id]?.0.timetable.append(row.classHours)
    }
    for id in order {
      guard let (programme, places) = found[id] else { continue }
      note(programme, places)
      programmes.put(programme)
    }
  }

  /// What the register knows by just this name, if it is one thing.
  func known<Value>(_ name: String, _ names: NameIndex<Value>) -> Identifier<Value>? {
    if case .one(let id) = names.find(name) { id } else { nil }
  }
}
