import BankumModel
import BankumOffice
import BankumStore
import Glibc
import Logging
import ServiceLifecycle

/// Does the daily round at the start and whenever the civil day of the house's clock has changed. A round that fails is
/// tried again with the next look.
struct RoundService: ServiceLifecycle.Service {
  let office: Office
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      var done: CivilDate?
      while !Task.isCancelled {
        let today = office.clock.today
        if done != today, await round() { done = today }
        try? await Task.sleep(for: .seconds(30))
      }
    }
  }

  /// Whether this day needs no other look.
  private func round() async -> Bool {
    do {
      let report = try await office.dailyRound(uid: geteuid())
      if !report.isEmpty {
        logger.notice("daily round: \(report.lapsed) offers lapsed, \(report.unreported) sessions unreported")
      }
      return true
    } catch OfficeError.refused(let refusal) {
      // A year without a calendar: the registrar sees it when he asks for a run; it does not end the daemon.
      logger.warning("daily round: \(refusal.rule)")
      return false
    } catch let error as StoreError {
      logger.error("daily round: \(error.code.code)")
      return false
    } catch {
      logger.error("daily round: \(type(of: error))")
      return false
    }
  }
}
