import BankumModel
import BankumStore
import Glibc

/// Durations of the large operations; the least of several, because other work on the machine only adds.
struct Measuring {
  let folder: String

  func run(people: Int) async throws {
    var register = try StoreTorture.open(folder)
    let house = House(people: people)
    var clock = ContinuousClock.now
    _ = try await register.write(as: .daemon("import house", uid: 0)) { transaction in
      try house.put(into: transaction)
      return Done()
    }
    report("house without people", since: clock)
    let inmates = (1..<(people + 1)).map(StoreTorture.inmate)
    clock = .now
    _ = try await register.write(as: .daemon("import inmates", uid: 0)) { transaction in
      let batch = try transaction.put(
        ImportBatch(kind: "inmates", scope: "full", madeAt: transaction.now, madeBy: 0, fileDigest: []))
      for inmate in inmates { try transaction.put(inmate, before: nil, in: batch) }
      transaction.audit(targets: ["in-*"])
      return Done()
    }
    report("import of \(people) people in one transaction, with undo information", since: clock)
    clock = .now
    _ = try await register.write(as: .daemon("import inmates again", uid: 0)) { transaction in
      try transaction.put(all: inmates)
      return Done()
    }
    report("the same people again, as changes", since: clock)
    clock = .now
    _ = try await register.write(as: .daemon("import the rest", uid: 0)) { transaction in
      try house.putWork(into: transaction)
      return Done()
    }
    report("cases, letters, hearings, requests, 456 meetings", since: clock)
    try await least("a small write, durable", of: 50) {
      _ = try await register.write(as: .daemon("small", uid: 0)) { transaction in
        try transaction.put(house.blocks[0])
        return Done()
      }
    }
    try await least("snapshot for a run", of: 10) {
      let snapshot = try await register.readUnaudited { try $0.snapshot(from: house.today) }
      guard snapshot.inmates.count == people else { throw StoreError(.corrupted, "people are missing") }
    }
    try await least("all people opened", of: 10) { _ = try await register.readUnaudited { try $0.all(Inmate.self) } }
    let week = DateRange(first: house.today, days: 7)
    try await least("an advocate's week with its people", of: 200) {
      _ = try await register.readUnaudited { reading in
        for session in try reading.list(.advocate(house.advocates[0].id, week)) { _ = try reading.get(session.inmate) }
      }
    }
    try await register.close()
    clock = .now
    register = try StoreTorture.open(folder)
    report("open an existing register", since: clock)
    try await register.close()
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    StoreTorture.say("most memory: \(usage.ru_maxrss / 1024) MiB")
  }

  private func report(_ what: String, since start: ContinuousClock.Instant) {
    StoreTorture.say("\(what): \(start.duration(to: .now))")
  }

  private func least(_ what: String, of count: Int, _ body: () async throws -> Void) async throws {
    var least = Duration.seconds(1000)
    for _ in 0..<count {
      let start = ContinuousClock.now
      try await body()
      least = min(least, start.duration(to: .now))
    }
    StoreTorture.say("\(what): \(least) (least of \(count))")
  }
}
