import BankumOffice
import BankumStore
import Logging
import ServiceLifecycle
import Systemd

/// Keeps the audit log written, gives back the memory that writes and runs leave behind, and ends the daemon when the
/// register does not know whether a write is on disk: the next start looks.
struct RegisterService: Service {
  let register: Register
  let office: Office
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      var seen = office.workDone
      var isReleased = true
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        // A full disk passes: the entries wait.
        do { try await register.flushAudit() } catch let error as StoreError where error.code == .closed { break } catch
        {
          continue
        }
        // First what the database keeps, a second later what that and the work left in the heap.
        if office.workDone != seen {
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
