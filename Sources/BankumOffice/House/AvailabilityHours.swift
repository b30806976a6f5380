package import BankumModel
import BankumStore

/// Hours in which somebody can come, with whose they are.
package struct AvailabilityEntry: Sendable {
  /// The hours.
  package let hours: Availability
  /// Whose.
  package let advocate: Advocate
  /// Whether nobody confirmed them for longer than the rule allows.
  package let isStale: Bool
}

extension Office {
  /// The hours that hold today or later, by name and day; a partner sees those of its people.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`; `ModelError`.
  package func listAvailability(
    of text: String?, partner: String?, onlyStale: Bool, _ scope: Scope, method: String
  ) async throws -> [AvailabilityEntry] {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let people: [Advocate]
      if let text {
        people = [try reading.advocate(resolving: text, in: scope)]
      } else {
        let wanted = try partner.map { try reading.partner(resolving: $0, in: scope).id } ?? scope.partner
        people = try reading.all(Advocate.self).filter { wanted == nil ? scope.reach == .house : $0.partner == wanted }
      }
      let fresh = try reading.rules().integer(.availabilityFreshDays, on: today)
      return try people.sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }.flatMap { advocate in
        try reading.list(Filter<Availability>.of(advocate.id)).filter { ($0.days.last ?? .latest) >= today }
          .sorted { Self.sortKey($0) < Self.sortKey($1) }
          .map {
            AvailabilityEntry(hours: $0, advocate: advocate, isStale: $0.isStale(on: today, freshDays: fresh))
          }
      }.filter { !onlyStale || $0.isStale }
    }
  }

  private static func sortKey(_ hours: Availability) -> (Int, CivilDate, MinuteOfDay, String) {
    (hours.weekday?.isoNumber ?? 0, hours.days.first, hours.hours.start, hours.id.text)
  }

  /// Enters hours; whoever enters them confirms them by that.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func addAvailability(
    of text: String?, weekday: Weekday?, _ days: OpenDateRange, _ hours: MinuteRange,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    return try await write(order) { transaction in
      let advocate = try transaction.advocate(toChange: text, in: order.scope)
      let made = Availability(
        id: newID(), advocate: advocate.id, weekday: weekday, days: days, hours: hours, confirmedOn: today)
      try transaction.put(made)
      transaction.audit(targets: [advocate.id.text, made.id.text])
      return RegisterOutcome(made.id)
    }
  }

  /// Takes hours out. Meetings in them are told: they need another time.
  /// - Throws: `OfficeError.notFound`; `StoreError`.
  package func removeAvailability(_ id: Availability.ID, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let now = clock.civilNow
    return try await write(order) { transaction in
      let hours = try Self.hours(id, order.scope, transaction)
      try transaction.remove(id)
      let left = try transaction.list(Filter<Availability>.of(hours.advocate))
      let meetings = try transaction.comingMeetings(of: hours.advocate, on: hours.days, after: now).filter { meeting in
        let session = try transaction.get(meeting)
        return !left.contains { $0.covers(session.date) && $0.hours.contains(session.hours) }
      }
      transaction.audit(targets: [hours.advocate.text, id.text])
      return RegisterOutcome(id, meetings: meetings)
    }
  }

  /// Confirms hours as of today: one entry, or all that somebody has.
  /// - Throws: `OfficeError.notFound`; `StoreError`.
  package func confirmAvailability(
    _ id: Availability.ID?, of text: String?, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    return try await write(order) { transaction in
      var entries: [Availability] = []
      if let id { entries.append(try Self.hours(id, order.scope, transaction)) }
      if text != nil || id == nil {
        let advocate = try transaction.advocate(toChange: text, in: order.scope)
        entries += try transaction.list(Filter<Availability>.of(advocate.id)).filter {
          ($0.days.last ?? .latest) >= today
        }
      }
      guard let first = entries.first else { throw OfficeError.notFound("availability", text ?? "") }
      for var entry in entries {
        entry.confirmedOn = today
        try transaction.put(entry)
      }
      transaction.audit(targets: [first.advocate.text] + entries.map(\.id.text))
      // All of an advocate's hours at once are told by the advocate.
      return RegisterOutcome(id: id?.text ?? first.advocate.text)
    }
  }

  /// Hours that somebody may change.
  private static func hours(
    _ id: Availability.ID, _ scope: Scope, _ transaction: Transaction
  ) throws -> Availability {
    guard let found = try transaction.find(id) else { throw OfficeError.notFound("availability", id.text) }
    let advocate = try transaction.required(found.advocate)
    guard scope.partner == nil || scope.partner == advocate.partner else {
      throw OfficeError.notFound("availability", id.text)
    }
    if case .partner(_, let own?) = scope.reach, own != advocate.id {
      throw OfficeError.notFound("availability", id.text)
    }
    return found
  }
}
