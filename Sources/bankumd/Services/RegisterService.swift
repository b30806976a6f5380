import BankumStore
import Logging
import ServiceLifecycle

/// Keeps the audit log written, and ends the daemon when the register does not know whether a write is on disk: the next
/// start looks.
struct RegisterService: Service {
  let register: Register
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        // A full disk passes: the entries wait.
        do { try await register.flushAudit() } catch let error as StoreError where error.code == .closed { break } catch
        {
          continue
        }
      }
      if register.isStopped { logger.critical("the outcome of a write is unknown; starting again") }
    }
  }
}
