import BankumModel
import BankumStore
import JSON

/// Writes one inmate after the other, each in a transaction of its own with a key.
struct Writing {
  let folder: String

  func run(count: Int) async throws {
    let register = try StoreTorture.open(folder)
    StoreTorture.say("ready \(register.sequence)")
    var number = Int(register.sequence)
    var left = count == 0 ? Int.max : count
    while left > 0 {
      number += 1
      left -= 1
      let inmate = StoreTorture.inmate(number)
      let call = Call(
        uid: 1000, role: "registrar", method: "torture", idempotencyKey: "key-\(number)",
        parameters: .integer(Int64(number)))
      do {
        _ = try await register.write(as: call) { transaction in
          try transaction.put(inmate)
          transaction.audit(targets: [inmate.id.text])
          return inmate.id
        }
      } catch let error as StoreError where error.code == .storageFull {
        StoreTorture.say("full \(number)")
        // Reading goes on, and once there is room writing too.
        let count = try await register.readUnaudited { try $0.count(Inmate.self) }
        guard count == number - 1 else { throw StoreError(.corrupted, "\(count) people after \(number - 1) writes") }
        try await readWhileFull(register, number)
        number -= 1
        try await Task.sleep(for: .milliseconds(100))
        continue
      } catch {
        StoreTorture.say("failed \(number)")
        // After a commit of unknown outcome nothing may be acknowledged.
        if register.isStopped {
          do {
            _ = try await register.write(as: call) { _ in inmate.id }
            StoreTorture.say("ack-after-stop \(number)")
          } catch {}
        }
        throw error
      }
      StoreTorture.say("ack \(number)")
    }
    try await register.close()
  }

  /// What is read of people is refused, what has to go on goes on; both are said.
  private func readWhileFull(_ register: Register, _ number: Int) async throws {
    let call = Call(uid: 1000, role: "guard", method: "while full \(number)")
    do {
      try await register.read(as: call) { $0.touch([Inmate.ID(bits: 1)]) }
      // There may have been room for a moment.
      if register.storage.isFull { StoreTorture.say("answered-while-full \(number)") }
    } catch let error as StoreError where error.code == .storageFull {}
    try await register.noteRead(as: call, AuditTargets([Inmate.ID(bits: 1)]), isEssential: true)
    StoreTorture.say("essential \(number)")
  }
}
