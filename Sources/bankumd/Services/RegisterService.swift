import BankumControl
import BankumOffice
import BankumStore
import Logging
import ServiceLifecycle
import Systemd

/// Keeps the audit log written, gives back the memory that writes, runs and listeners leave behind, and ends the daemon
/// when the register does not know whether a write is on disk: the next start looks.
struct RegisterService: Service {
  let register: Register
  let office: Office
  let events: EventHub
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      var seen = office.workDone
      var isReleased = true
      var listeners = 0
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        // A full disk passes: the entries wait.
        do { try await register.flushAudit() } catch let error as StoreError where error.code == .closed { break } catch
        {
          continue
        }
        // First what the database keeps, a second later what that and the work left in the heap.
        let hasLostListeners = events.listeners < listeners
        listeners = events.listeners
        if office.workDone != seen || hasLostListeners {
          seen = office.workDone
          isReleased = false
          register.releaseMemory()
        } else if !isReleased {
          isReleased = true
          FreedMemory.giveBack()
        }
      }
      if register.isStopped { logger.critical("the outcome of a write is unknown; starting again") }
    }
  }
}
