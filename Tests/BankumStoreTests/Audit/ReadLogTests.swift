import BankumModel
import Dispatch
import GRDB
import Glibc
import Synchronization
import Testing

@testable import BankumStore

/// Reads are in the log before they are answered, survive what a write survives, and share their syncs.
@Suite struct ReadLogTests {
  @Test("Everything that was answered is in the log of a register that was killed, once, and the chain holds")
  func killed() async throws {
    let house = try TestHouse()
    let register = try house.open()
    for number in 1...20 {
      try await Self.read(register, number)
      // Some are taken along by a commit, the rest are in the log only.
      if number == 12 { _ = try await register.write(as: .test("Write")) { _ in Done() } }
    }
    try await register.read(as: .test("Inmate.Show")) { $0.touch([Inmate.ID(bits: 99)]) }
    let copy = try TestHouse()
    try house.copy(to: copy)
    for round in 1...2 {
      let after = try copy.open()
      let names = try await Self.entries(after).map(\.method)
      #expect(names == (1...12).map { "m\($0)" } + ["Write"] + (13...20).map { "m\($0)" } + ["Inmate.Show"], "\(round)")
      try await after.close()
    }
    try await register.close()
  }

  @Test("A kill between the commit that takes reads along and the next read counts none of them twice")
  func between() async throws {
    let house = try TestHouse()
    let register = try house.open()
    for number in 1...5 { try await Self.read(register, number) }
    let before = try house.bytes(of: ReadLog.fileName)
    try await register.flushAudit()
    // The file as it was before the commit, beside the database as it is after it.
    let copy = try TestHouse()
    try house.copy(to: copy)
    try copy.put(before, as: ReadLog.fileName)
    let after = try copy.open()
    #expect(try await Self.entries(after).map(\.method) == (1...5).map { "m\($0)" })
    #expect(try await after.readUnaudited { try $0.verifyAudit() }.entries == 5)
    try await Self.read(after, 6)
    #expect(try await Self.entries(after).map(\.method) == (1...6).map { "m\($0)" })
    try await after.close()
    try await register.close()
  }

  @Test("A frame that was cut short is left out, one that was damaged is told, and so is another key's")
  func damage() async throws {
    let house = try TestHouse()
    let register = try house.open()
    for number in 1...6 { try await Self.read(register, number) }
    let whole = try house.bytes(of: ReadLog.fileName)
    func open(_ bytes: [UInt8], _ ring: KeyRing? = nil) async throws -> [String] {
      let copy = try TestHouse()
      try house.copy(to: copy)
      try copy.put(bytes, as: ReadLog.fileName)
      let register = try copy.open(ring)
      let names = try await Self.entries(register).map(\.method)
      try await register.close()
      return names
    }
    #expect(try await open(whole).count == 6)
    // The last of six frames of a sector each.
    for length in [5 * 512 + 1, 5 * 512 + 20, 5 * 512 + 60] {
      #expect(try await open(Array(whole[..<length])) == (1...5).map { "m\($0)" })
    }
    for place in stride(from: 0, to: 100, by: 7) {
      for frame in 0..<5 {
        var bytes = whole
        bytes[frame * 512 + place] ^= 1
        #expect(await failure { _ = try await open(bytes) }?.code == .corrupted, "frame \(frame), byte \(place)")
      }
      var bytes = whole
      bytes[5 * 512 + place] ^= 1
      #expect(try await open(bytes).count == 5)
    }
    // Frames that changed places.
    var swapped = whole
    swapped.replaceSubrange(0..<512, with: whole[512..<1024])
    swapped.replaceSubrange(512..<1024, with: whole[0..<512])
    #expect(await failure { _ = try await open(swapped) }?.code == .corrupted)
    try await register.close()
  }

  @Test("Sixteen callers share their syncs: at least eight answers each")
  func shared() async throws {
    let house = try TestHouse()
    let syncs = Mutex(0)
    // A disk that takes its time, so that the counts are not those of the test machine.
    let register = try house.open { _ in
      syncs.withLock { $0 += 1 }
      usleep(10_000)
      return 0
    }
    let (callers, each) = (16, 25)
    // As connections do: one thread takes the answers and asks again. Tasks of the test would wait for other tests.
    let loop = DispatchQueue(label: "callers")
    @Sendable func ask(_ caller: Int, _ number: Int, _ end: @escaping @Sendable (StoreError?) -> Void) {
      let people = AuditTargets([Inmate.ID(bits: UInt64(caller * 100 + number))])
      register.noteRead(as: .test("m\(caller)-\(number)"), people) { failure in
        loop.async { number + 1 < each && failure == nil ? ask(caller, number + 1, end) : end(failure) }
      }
    }
    await withTaskGroup(of: StoreError?.self) { group in
      for caller in 0..<callers {
        group.addTask { await withCheckedContinuation { done in ask(caller, 0) { done.resume(returning: $0) } } }
      }
      for await failure in group { #expect(failure == nil) }
    }
    let groups = register.readGroups
    #expect(groups.answered == callers * each)
    #expect(groups.syncs == syncs.withLock { $0 })
    #expect(groups.answered >= 8 * groups.syncs, "\(groups.answered) answers with \(groups.syncs) syncs")
    #expect(try await Self.entries(register).count == callers * each)
    // A caller alone does not wait for others: one sync a read, also the first after the crowd.
    for number in 1...5 { try await Self.read(register, number) }
    #expect(register.readGroups.syncs == groups.syncs + 5)
    try await register.close()
  }

  @Test("No answer comes before the sync of its entry")
  func order() async throws {
    let house = try TestHouse()
    let isSynced = Mutex(false)
    let mayGo = DispatchSemaphore(value: 0)
    let register = try house.open { _ in
      mayGo.wait()
      isSynced.withLock { $0 = true }
      return 0
    }
    let answered = Mutex(false)
    async let answer: Void = {
      try await Self.read(register, 1)
      #expect(isSynced.withLock { $0 })
      answered.withLock { $0 = true }
    }()
    try await Task.sleep(for: .milliseconds(50))
    #expect(!answered.withLock { $0 })
    mayGo.signal()
    try await answer
    try await register.close()
  }

  @Test("When the disk fails nobody is answered; the next read finds its way")
  func failing() async throws {
    let house = try TestHouse()
    let fails = Mutex(false)
    let register = try house.open { fails.withLock { $0 } ? -1 : fdatasync($0) }
    try await Self.read(register, 1)
    fails.withLock { $0 = true }
    #expect(await failure { try await Self.read(register, 2) }?.code == .inputOutput)
    fails.withLock { $0 = false }
    try await Self.read(register, 3)
    #expect(try await Self.entries(register).map(\.method) == ["m1", "m3"])
    try await register.close()
  }

  @Test("A kept reply is in the log before it is given again, whoever asks for it, and is not given without")
  func repeated() async throws {
    let house = try TestHouse()
    let fails = Mutex(false)
    let register = try house.open { fails.withLock { $0 } ? -1 : fdatasync($0) }
    let call = Call.test("Write", key: "k")
    func write() async throws {
      _ = try await register.write(as: call, keeping: { (_: Int) in [1, 2] }) { _ in 1 }
    }
    try await write()
    fails.withLock { $0 = true }
    #expect(await failure { _ = try await register.reply(keptFor: call) }?.code == .inputOutput)
    #expect(await failure { try await write() }?.code == .inputOutput)
    fails.withLock { $0 = false }
    #expect(try await register.reply(keptFor: call) == [1, 2])
    await #expect(throws: RepeatedCall.self) { try await write() }
    // Killed now: the copy has what was given again.
    let copy = try TestHouse()
    try house.copy(to: copy)
    let after = try copy.open()
    #expect(try await Self.entries(after).map(\.outcome) == [.done, .repeated, .repeated])
    try await after.close()
    try await register.close()
  }

  @Test("More reads than the log holds are taken along on the way, also one that no log could hold")
  func overflow() async throws {
    let house = try TestHouse()
    let register = try house.open()
    for number in 0..<80 {
      let people = (0..<2_000).map { Inmate.ID(bits: UInt64(number * 2_000 + $0)) }
      try await register.read(as: .test("m\(number)")) { $0.touch(people) }
    }
    let everybody = (0..<130_000).map { Inmate.ID(bits: UInt64($0)) }
    try await register.read(as: .test("all")) { $0.touch(everybody) }
    let entries = try await Self.entries(register)
    #expect(entries.map(\.method) == (0..<80).map { "m\($0)" } + ["all"])
    #expect(entries.last?.targets.count == 130_000)
    try await register.close()
  }

  @Test("Reads do not wait for a long write, and come before it in the log")
  func beside() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let mayEnd = DispatchSemaphore(value: 0)
    let (begun, begin) = AsyncStream<Void>.makeStream()
    async let write = register.write(as: .test("Write")) { _ in
      begin.finish()
      mayEnd.wait()
      return Done()
    }
    for await _ in begun {}
    for number in 1...3 { try await Self.read(register, number) }
    mayEnd.signal()
    _ = try await write
    #expect(try await Self.entries(register).map(\.method) == ["m1", "m2", "m3", "Write"])
    try await register.close()
  }

  @Test("On a full disk reads are refused like writes, essential ones go on, and all is well once there is room")
  func full() async throws {
    let house = try TestHouse()
    let register = try house.open()
    _ = try await register.write(as: .test("Write")) { _ in Done() }
    try await Self.read(register, 1)
    func pages(_ count: Int?) async throws {
      try await register.onWriter { database in
        let now = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        try database.execute(sql: "PRAGMA max_page_count = \(count ?? now)")
      }
    }
    try await pages(nil)
    // Blobs of a page and more: there is no room for them.
    let large = (0..<3_000).map { Block(id: Block.ID(bits: UInt64($0)), name: "Block \($0)", escortCapacity: 1) }
    for _ in 1...2 {
      #expect(
        await failure {
          _ = try await register.write(as: .test("Large")) { transaction in
            try transaction.put(all: large)
            return Done()
          }
        }?.code == .storageFull)
    }
    #expect(await failure { try await Self.read(register, 2) }?.code == .storageFull)
    try await register.noteRead(as: .test("Docket"), AuditTargets([Inmate.ID(bits: 5)]), isEssential: true)
    var storage = register.storage
    #expect(storage.isFull && storage.timesFull == 1)
    #expect([storage.refusedWrites, storage.refusedReads, storage.reservedReads] == [2, 1, 1])
    try await pages(1_000_000)
    try await register.flushAudit()
    storage = register.storage
    #expect(!storage.isFull && storage.timesFull == 1)
    try await Self.read(register, 3)
    let entries = try await Self.entries(register)
    #expect(entries.map(\.method) == ["Write", "m1", "Docket", "m3"])
    try await register.close()
  }

  @Test("The reserve is left to essential reads alone")
  func reserve() throws {
    let house = try TestHouse()
    var log = try ReadLog(in: house.folder, behind: .empty, ring: house.ring) { _ in 0 }
    let draft = AuditDraft(
      madeAt: Instant(milliseconds: 0), uid: 1, role: "r", method: "m", targets: ["t"], outcome: .read)
    var count = 0
    for isEssential in [false, true] {
      while true {
        let frame = log.frame(of: [draft], key: house.ring.current)
        guard log.hasRoom(frame.count, isEssential: isEssential) else { break }
        try log.append(frame, [draft])
        count += 1
      }
      #expect(count == (ReadLog.size - (isEssential ? 0 : ReadLog.reserve)) / 512)
    }
  }

  private static func read(_ register: Register, _ number: Int) async throws {
    try await register.read(as: .test("m\(number)")) { $0.touch([Inmate.ID(bits: UInt64(number))]) }
  }

  /// Every entry, once those that wait are in; the chain holds.
  private static func entries(_ register: Register) async throws -> [AuditDraft] {
    try await register.flushAudit()
    let (entries, verdict) = try await register.readUnaudited { (try $0.audit(), try $0.verifyAudit()) }
    #expect(verdict.isIntact)
    #expect(verdict.entries == Int64(entries.count))
    return entries.map(\.draft)
  }
}

extension TestHouse {
  func open(sync: @escaping @Sendable (Int32) -> Int32) throws -> Register {
    try Register.open(in: folder, keys: ring, clock: clock, sync: sync)
  }

  /// The folder as a kill leaves it, while the register is open.
  func copy(to other: TestHouse) throws {
    for name in [Register.fileName, Register.fileName + "-wal", "head", ReadLog.fileName] {
      try other.put(try bytes(of: name), as: name)
    }
  }

  func bytes(of name: String) throws -> [UInt8] {
    try FileBytes.read(folder + "/" + name, limit: 64 << 20) ?? []
  }

  func put(_ bytes: [UInt8], as name: String) throws {
    unlink(folder + "/" + name)
    try FileBytes.create(folder + "/" + name, bytes)
  }
}
