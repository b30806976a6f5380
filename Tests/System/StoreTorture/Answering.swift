import BankumModel
import BankumStore
import Glibc
import Synchronization

/// Reads as so many callers at a time, with a write now and then, until it is killed; a line `read NAME` for each that was
/// answered. Every name is another.
struct Answering {
  private final class Numbers: Sendable {
    private let last = Mutex(0)

    func next() -> Int {
      last.withLock { last in
        last += 1
        return last
      }
    }
  }

  let folder: String

  func run(callers: Int) async throws {
    let register = try StoreTorture.open(folder)
    let numbers = Numbers()
    let process = getpid()
    await withTaskGroup(of: Void.self) { group in
      for caller in 0..<callers {
        group.addTask {
          while true {
            let number = numbers.next()
            let name = "\(process)-\(number)"
            do {
              try await register.read(as: Call(uid: UInt32(caller), role: "registrar", method: name)) { reading in
                reading.touch([Inmate.ID(bits: UInt64(number % 97))])
              }
              StoreTorture.say("read \(name)")
              guard number % 100 == 0 else { continue }
              _ = try await register.write(as: .daemon("between", uid: 0)) { _ in Done() }
            } catch {
              return StoreTorture.say("failed \(error)")
            }
          }
        }
      }
    }
  }

  /// Whether every read that standard input says was answered is in the log, once, and the log is unbroken.
  func check() async throws {
    var answered: Set<String> = []
    while let line = readLine() {
      let words = line.split(separator: " ")
      if words.count == 2, words[0] == "read" { answered.insert(String(words[1])) }
    }
    let register = try StoreTorture.open(folder)
    try await register.flushAudit()
    let (entries, verdict) = try await register.readUnaudited { reading in
      (try reading.audit(limit: 10_000_000), try reading.verifyAudit())
    }
    var found: [String: Int] = [:]
    for entry in entries { found[entry.draft.method, default: 0] += entry.draft.times }
    let missing = answered.filter { found[$0] != 1 }
    guard missing.isEmpty else {
      throw StoreError(.corrupted, "\(missing.count) of \(answered.count) answered reads are not in the log once")
    }
    guard verdict.isIntact else { throw StoreError(.corrupted, "the audit log: \(verdict)") }
    StoreTorture.say("\(answered.count) answered reads, all in the log")
    try await register.close()
  }
}
