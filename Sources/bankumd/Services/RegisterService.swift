import BankumControl
import BankumOffice
import BankumStore
import Logging
import ServiceLifecycle
import Systemd

/// Keeps the audit log written, says when the disk is full and when it has room again, gives back the memory that
/// writes, runs and listeners leave behind, and ends the daemon when the register does not know whether a write is on
/// disk: the next start looks.
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
      var storage = StorageState()
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        // A full disk passes: the entries wait.
        do throws(StoreError) { try await register.flushAudit() } catch {
          if error.code == .closed { break }
        }
        tell(register.storage, since: storage)
        storage = register.storage
        // First what the database keeps, a second later what that and the work left in the heap.
        let hasLostListeners = events.listeners < listeners
        listeners = events.listeners
        if office.releaseUnused() || office.workDone != seen || hasLostListeners {
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

  /// One line when the disk is full, one with the counts when it has room again; both for a time between two looks.
  private func tell(_ now: StorageState, since before: StorageState) {
    if now.timesFull > before.timesFull {
      logger.error(
        "the disk is full: writes and reads of personal data are refused, call lists of blocks go on",
        metadata: .event(.storageFull))
    }
    guard !now.isFull, before.isFull || now.timesFull > before.timesFull else { return }
    logger.notice(
      """
      the disk has room again: while it was full \(now.refusedWrites) writes and \(now.refusedReads) reads were refused, \
      \(now.reservedReads) call lists went on
      """, metadata: .event(.storageBack))
  }
}
