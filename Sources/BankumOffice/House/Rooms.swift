package import BankumModel
import BankumStore

extension Office {
  /// The rooms, by name. Hours that are reserved for another partner are not told to a partner, nor why a room is
  /// closed.
  /// - Throws: `StoreError`.
  package func listRooms(_ scope: Scope) async throws -> [Room] {
    try await register.readUnaudited { reading in
      try reading.all(Room.self).sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }.map { room in
        var shown = room
        if scope.reach != .house {
          shown.reservations.removeAll { scope.partner == nil || $0.partner != scope.partner }
          for index in shown.closures.indices { shown.closures[index].reason = "" }
        }
        return shown
      }
    }
  }

  /// Closes a room for some days or hours. Meetings in it then are told: they need another room.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func blockRoom(
    _ text: String, _ days: OpenDateRange, _ hours: MinuteRange?, reason: String, _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let now = clock.civilNow
    return try await write(order) { transaction in
      var room = try transaction.room(resolving: text)
      let hours = hours ?? .wholeDay
      room.closures.append(RoomClosure(days: days, hours: hours, reason: reason))
      try transaction.put(room)
      transaction.audit(targets: [room.id.text])
      var meetings: [Session.ID] = []
      for session in try transaction.list(Filter<Session>.published)
      where session.room == room.id && days.contains(session.date) && session.hours.overlaps(hours)
        && session.start > now
      {
        meetings.append(session.id)
      }
      return RegisterOutcome(room.id, meetings: meetings)
    }
  }

  /// Opens a room again from a day on: closures that hold on it end with the day before.
  /// - Throws: `OfficeError`: `notFound`, `refused` if it is not closed then; `StoreError`.
  package func unblockRoom(_ text: String, on day: CivilDate?, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let today = clock.today
    return try await write(order) { transaction in
      var room = try transaction.room(resolving: text)
      let day = day ?? today
      guard room.closures.contains(where: { $0.days.contains(day) }) else {
        throw OfficeError.refused(.house(.roomNotBlocked))
      }
      room.closures = room.closures.compactMap { closure in
        guard closure.days.contains(day) else { return closure }
        guard closure.days.first < day else { return nil }
        var ended = closure
        ended.days.last = day.adding(days: -1)
        return ended
      }
      try transaction.put(room)
      transaction.audit(targets: [room.id.text])
      return RegisterOutcome(room.id)
    }
  }
}
