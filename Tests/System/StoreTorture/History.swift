import BankumModel
import BankumStore

/// Meetings of the past in a register that holds a house: what years of work leave behind.
struct History {
  let folder: String
  /// How many go into one transaction. With many the database walks through a long list of changed pages at each.
  private static let piece = 500
  /// How many took place on a day, at most.
  private static let aDay = 250

  /// Writes so many more held meetings, from the day before yesterday backwards.
  func run(meetings: Int) async throws {
    let register = try StoreTorture.open(folder)
    let (inmates, advocates, plans) = try await register.readUnaudited { reading in
      (try reading.ids(of: Inmate.self), try reading.all(Advocate.self), try reading.all(Plan.self))
    }
    guard !inmates.isEmpty, !advocates.isEmpty else { throw StoreError(.notFound, "people of a house") }
    let now = plans.map(\.madeAt).max { $0.milliseconds < $1.milliseconds }
    let last = CivilDate(dayNumber: Int((now?.milliseconds ?? 1_795_000_000_000) / 86_400_000) - 10)
    for start in stride(from: 0, to: meetings, by: Self.piece) {
      let numbers = start..<min(meetings, start + Self.piece)
      _ = try await register.write(as: .daemon("history", uid: 0)) { transaction in
        try transaction.put(
          all: numbers.map { number in
            let advocate = advocates[number % advocates.count]
            return Session(
              // Beside all random ids: a register has far fewer than these can hold.
              id: Session.ID(bits: 1 << 39 | UInt64(number)), service: .consultation,
              inmate: inmates[number % inmates.count], partner: advocate.partner, advocate: advocate.id,
              date: last.adding(days: -number / Self.aDay), hours: Self.hours[number % Self.hours.count],
              callAt: Self.hours[number % Self.hours.count].start, state: .held, origin: .walkIn)
          })
        return Done()
      }
    }
    StoreTorture.say("\(try await register.readUnaudited { try $0.count(Session.self) }) meetings")
    try await register.close()
  }

  private static let hours: [MinuteRange] = (0..<6).compactMap { slot in
    guard let from = MinuteOfDay(minutes: 480 + 60 * slot), let to = MinuteOfDay(minutes: 525 + 60 * slot) else {
      return nil
    }
    return MinuteRange(from, to)
  }
}
