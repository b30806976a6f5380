import BankumModel
import BankumStore

/// Whether a register holds everything that was acknowledged, nothing half, and an unbroken audit log.
struct Checking {
  let folder: String

  func run(acknowledged: Int) async throws {
    let register = try StoreTorture.open(folder)
    let sequence = Int(register.sequence)
    guard sequence >= acknowledged else {
      throw StoreError(.corrupted, "\(acknowledged) acknowledged, \(sequence) there")
    }
    let (people, verdict, faults) = try await register.readUnaudited { reading in
      (try reading.all(Inmate.self), try reading.verifyAudit(), try reading.check())
    }
    for number in 1..<(sequence + 1) where people[number - 1] != StoreTorture.inmate(number) {
      throw StoreError(.corrupted, "write \(number) is not what was written")
    }
    guard people.count == sequence else { throw StoreError(.corrupted, "\(people.count) people, \(sequence) writes") }
    guard verdict.isIntact, verdict.entries >= Int64(sequence) else {
      throw StoreError(.corrupted, "the audit log: \(verdict)")
    }
    guard faults.isEmpty else { throw StoreError(.corrupted, faults.map(\.text).joined(separator: "; ")) }
    StoreTorture.say("whole \(sequence)")
    try await register.close()
  }
}
