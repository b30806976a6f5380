import GRDB
import Testing

@testable import BankumModel
@testable import BankumStore

/// Nobody and nothing is in two places at once, whoever writes.
@Suite struct DoubleBookingTests {
  /// A register with people, and no meetings.
  private func prepared(_ values: inout RandomValues) async throws -> (TestHouse, Register) {
    let house = try TestHouse()
    let register = try house.open()
    let block = values.block()
    let partners = [values.partner(), values.partner()]
    let advocates = (0..<4).map { _ in values.advocate() }
    let rooms = (0..<4).map { _ in values.room() }
    let inmates = (0..<6).map { _ in values.inmate() }
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(block)
      try transaction.put(all: partners)
      try transaction.put(all: advocates)
      try transaction.put(all: rooms)
      try transaction.put(all: inmates)
      return Done()
    }
    return (house, register)
  }

  /// Whether two meetings take a step of five minutes in common of somebody or something, in one layer.
  private func collide(_ one: Session, _ other: Session) -> Bool {
    guard one.state.isPlanned, other.state.isPlanned, (one.state == .draft) == (other.state == .draft),
      one.date == other.date
    else { return false }
    let first = (one.hours.start.minutes / 5)..<((one.hours.end.minutes + 4) / 5)
    let second = (other.hours.start.minutes / 5)..<((other.hours.end.minutes + 4) / 5)
    return first.overlaps(second)
      && (one.inmate == other.inmate || one.advocate == other.advocate || one.room == other.room)
  }

  @Test("Random pairs are taken or refused exactly as they collide", arguments: 1...3)
  func randomPairs(seed: UInt64) async throws {
    var values = RandomValues(seed: seed)
    let (_, register) = try await prepared(&values)
    var refused = 0
    for _ in 0..<400 {
      let states: [SessionState] = [.draft, .offered, .confirmed, .held, .cancelled]
      let one = values.session(values.pick(states))
      let other = values.session(values.pick(states))
      let error = await failure {
        _ = try await register.write(as: .test()) { transaction in
          try transaction.put(one)
          try transaction.put(other)
          transaction.discardAtEnd()
          return Done()
        }
      }
      #expect((error?.code == .doubleBooking) == collide(one, other), "\(one) \(other)")
      if let error {
        refused += 1
        #expect(error.code == .doubleBooking)
        #expect(["inmate", "advocate", "room"].contains(error.problems.first?.place))
      }
    }
    #expect(refused > 5)
    try await register.close()
  }

  @Test(
    "After random adding, moving, ending and removing the taken time is that of the planned meetings", arguments: 1...3)
  func takenTimeFollows(seed: UInt64) async throws {
    var values = RandomValues(seed: seed)
    let (house, register) = try await prepared(&values)
    var sessions: [Session] = []
    for _ in 0..<300 {
      var session = values.session(values.pick([.draft, .offered, .confirmed, .held, .cancelled]))
      if !sessions.isEmpty, values.chance(50) {
        let old = values.pick(sessions)
        if values.chance(20) {
          _ = try await register.write(as: .test()) { transaction in
            try transaction.remove(old.id)
            return Done()
          }
          sessions.removeAll { $0.id == old.id }
          continue
        }
        session = Session(
          id: old.id, service: session.service, inmate: session.inmate, partner: session.partner,
          advocate: session.advocate, room: session.room, date: session.date, hours: session.hours,
          callAt: session.callAt, state: session.state)
      }
      let others = sessions.filter { $0.id != session.id }
      let (next, expected) = (session, others.contains { collide($0, session) })
      let error = await failure {
        _ = try await register.write(as: .test()) { transaction in
          try transaction.put(next)
          return Done()
        }
      }
      #expect((error != nil) == expected)
      if error == nil { sessions = others + [next] }
    }
    let planned = sessions.filter(\.state.isPlanned)
    let steps = planned.map { ($0.hours.end.minutes + 4) / 5 - $0.hours.start.minutes / 5 }.reduce(0, +)
    let meetings = sessions.filter(\.state.isMeeting)
    try await register.close()
    try house.file { database in
      for table in ["inmate_time", "advocate_time", "room_time"] {
        #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") == steps)
      }
      #expect(try Int.fetchOne(database, sql: "SELECT coalesce(sum(meetings), 0) FROM contact") == meetings.count)
      let latest = Dictionary(grouping: meetings, by: { "\($0.inmate.bits) \($0.advocate.bits)" })
        .mapValues { $0.map(\.date.dayNumber).max() }
      for row in try Row.fetchAll(database, sql: "SELECT inmate, advocate, last_day FROM contact") {
        #expect(latest["\(row[0] as Int64) \(row[1] as Int64)"] == (row[2] as Int))
      }
    }
  }

  @Test("Meetings change places in one write, in a ring of any length")
  func changingPlaces() async throws {
    var values = RandomValues(seed: 5)
    let (_, register) = try await prepared(&values)
    let advocate = values.advocates[0]
    let sessions = (0..<4).map { offset in
      Session(
        id: Session.ID(bits: UInt64(offset)), service: .consultation, inmate: values.inmates[0].id,
        partner: advocate.partner, advocate: advocate.id, room: values.rooms[0].id, date: day("2026-11-25"),
        hours: hours("1\(offset):00-1\(offset):45"), callAt: .startOfDay, state: .confirmed)
    }
    var turned = sessions
    for index in sessions.indices { turned[index].hours = sessions[(index + 1) % sessions.count].hours }
    let (before, after) = (sessions, turned)
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(all: before)
      return Done()
    }
    let plain = await failure {
      _ = try await register.write(as: .test()) { transaction in
        try transaction.put(all: after)
        return Done()
      }
    }
    #expect(plain?.code == .doubleBooking)
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(rearranged: after)
      return Done()
    }
    #expect(
      try await register.readUnaudited { try $0.list(.published) }.map(\.id)
        == [3, 0, 1, 2].map { Session.ID(bits: $0) })
    // And the places are still taken.
    let blocked = before[0]
    let error = await failure {
      _ = try await register.write(as: .test()) { transaction in
        var other = blocked
        other = Session(
          id: Session.ID(bits: 9), service: .consultation, inmate: other.inmate, partner: other.partner,
          advocate: other.advocate, room: other.room, date: other.date, hours: other.hours, callAt: other.callAt,
          state: .offered)
        try transaction.put(other)
        return Done()
      }
    }
    #expect(error?.code == .doubleBooking)
    try await register.close()
  }

  @Test("An education event takes its room, its advocates and everybody who is to come, until it is over")
  func education() async throws {
    var values = RandomValues(seed: 6)
    let (_, register) = try await prepared(&values)
    let advocate = values.advocates[0]
    var event = EducationEvent(
      id: EducationEvent.ID(bits: 1), topic: "Hak tahanan", partner: advocate.partner, advocates: [advocate.id],
      room: values.rooms[0].id, date: day("2026-11-25"), hours: hours("09:00-11:00"), state: .confirmed,
      participants: [values.inmates[0].id, values.inmates[1].id])
    let planned = event
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(planned)
      return Done()
    }
    func tries(_ inmate: Int, _ advocate: Int, _ room: Int, _ time: String) async -> String? {
      let session = Session(
        id: Session.ID(bits: 2), service: .consultation, inmate: values.inmates[inmate].id,
        partner: values.advocates[advocate].partner, advocate: values.advocates[advocate].id,
        room: values.rooms[room].id, date: day("2026-11-25"), hours: hours(time), callAt: .startOfDay, state: .draft)
      var published = session
      published.state = .confirmed
      let next = published
      return await failure {
        _ = try await register.write(as: .test()) { transaction in
          try transaction.put(next)
          transaction.discardAtEnd()
          return Done()
        }
      }?.problems.first?.place
    }
    #expect(await tries(0, 1, 1, "10:00-10:30") == "inmate")
    #expect(await tries(2, 0, 1, "10:00-10:30") == "advocate")
    #expect(await tries(2, 1, 0, "10:00-10:30") == "room")
    #expect(await tries(0, 0, 0, "11:00-11:30") == nil)
    // One person less, another hour: what is no longer needed is free at once.
    event.participants = [values.inmates[1].id]
    event.hours = hours("10:00-12:00")
    let moved = event
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(moved)
      return Done()
    }
    #expect(await tries(0, 1, 1, "10:00-10:30") == nil)
    #expect(await tries(1, 1, 1, "11:30-12:30") == "inmate")
    #expect(await tries(1, 0, 0, "09:00-10:00") == nil)
    event.state = .cancelled
    let over = event
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(over)
      return Done()
    }
    #expect(await tries(1, 0, 0, "10:00-12:00") == nil)
    try await register.close()
  }
}
