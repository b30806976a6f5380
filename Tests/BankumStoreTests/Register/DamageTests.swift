import BankumModel
import GRDB
import Glibc
import SeededNumbers
import Testing

@testable import BankumStore

/// Single bits of the closed file are flipped: what is answered afterwards is right, or there is an error, or the
/// check of the whole register finds it.
@Suite struct DamageTests {
  @Test("No flipped bit stays unseen that could change an answer")
  func flips() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 51, people: 120)
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    let from = day("2026-11-23")
    let right = try await register.readUnaudited { try Answers(reading: $0, from: from) }
    try await register.close()
    let original = try #require(try FileBytes.read(house.path, limit: 64 << 20))
    var random = SeededGenerator(seed: 52)
    var (detected, harmless, checked) = (0, 0, 0)
    for _ in 0..<200 {
      let bit = Int.random(in: 0..<original.count * 8, using: &random)
      var bytes = original
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      unlink(house.path)
      try FileBytes.create(house.path, bytes)
      do {
        let register = try house.open()
        do {
          let answers = try await register.readUnaudited { try Answers(reading: $0, from: from) }
          if answers == right {
            harmless += 1
          } else {
            // A row that an index no longer leads to: no record is wrong, but one is not found. The check sees it.
            let faults = try await register.readUnaudited { try $0.check() }
            #expect(!faults.isEmpty, "byte \(bit / 8) bit \(bit % 8)")
            checked += 1
          }
        } catch {
          detected += 1
        }
        try? await register.close()
      } catch {
        detected += 1
      }
      for name in ["-wal", "-shm"] { unlink(house.path + name) }
    }
    #expect(detected > 30)
    #expect(checked < 10)
    #expect(detected + harmless + checked == 200)
  }
}

/// What is asked after each flip: everything by table, by look-up and by index.
private struct Answers: Equatable {
  var inmates: [Inmate]
  var cases: [CaseFile]
  var terms: [DetentionTerm]
  var requests: [Request]
  var sessions: [Session]
  var found: [[Inmate.ID]]
  var dockets: [[Session.ID]]

  init(reading: Reading, from: CivilDate) throws {
    inmates = try reading.all()
    cases = try reading.all()
    terms = try reading.all()
    requests = try reading.all()
    sessions = try reading.all()
    found = try inmates.map { try reading.inmates(named: NameKey($0.name)).map(\.id) }
    let week = DateRange(first: from, days: 30)
    dockets = try reading.all(Advocate.self).map { try reading.list(.advocate($0.id, week)).map(\.id) }
  }
}
